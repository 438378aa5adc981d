@NullMarked
package io.fluxj.runtime.config;

import org.jspecify.annotations.NullMarked;
