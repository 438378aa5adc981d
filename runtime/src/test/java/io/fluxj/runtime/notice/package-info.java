@NullMarked
package io.fluxj.runtime.notice;

import org.jspecify.annotations.NullMarked;
