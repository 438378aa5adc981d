/** Short-lived tokens from those who vouch for somebody: GitHub Apps, clouds. */
@NullMarked
package io.fluxj.runtime.identity;

import org.jspecify.annotations.NullMarked;
