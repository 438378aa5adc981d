@NullMarked
package io.fluxj.source.cloud;

import org.jspecify.annotations.NullMarked;
