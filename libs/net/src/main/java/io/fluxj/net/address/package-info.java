/** Addresses that users may not lead a controller to. */
@NullMarked
package io.fluxj.net.address;

import org.jspecify.annotations.NullMarked;
