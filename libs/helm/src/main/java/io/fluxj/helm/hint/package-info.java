/** What can be told of a chart and its values without rendering it. */
@NullMarked
package io.fluxj.helm.hint;

import org.jspecify.annotations.NullMarked;
