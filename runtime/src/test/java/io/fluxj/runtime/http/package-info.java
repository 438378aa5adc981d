@NullMarked
package io.fluxj.runtime.http;

import org.jspecify.annotations.NullMarked;
