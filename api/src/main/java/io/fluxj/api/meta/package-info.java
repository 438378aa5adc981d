/** Types that the kinds of several groups share. */
@NullMarked
package io.fluxj.api.meta;

import org.jspecify.annotations.NullMarked;
