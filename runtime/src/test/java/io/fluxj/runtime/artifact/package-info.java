@NullMarked
package io.fluxj.runtime.artifact;

import org.jspecify.annotations.NullMarked;
