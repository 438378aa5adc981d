@NullMarked
package io.fluxj.net.tls;

import org.jspecify.annotations.NullMarked;
