@NullMarked
package io.fluxj.net.address;

import org.jspecify.annotations.NullMarked;
