@NullMarked
package io.fluxj.deploy;

import org.jspecify.annotations.NullMarked;
