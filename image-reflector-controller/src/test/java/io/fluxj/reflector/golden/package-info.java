/** What the real image-reflector-controller was seen to do. */
@NullMarked
package io.fluxj.reflector.golden;

import org.jspecify.annotations.NullMarked;
