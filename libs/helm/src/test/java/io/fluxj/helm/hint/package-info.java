/** Tests of what is told of charts without rendering them. */
@NullMarked
package io.fluxj.helm.hint;

import org.jspecify.annotations.NullMarked;
