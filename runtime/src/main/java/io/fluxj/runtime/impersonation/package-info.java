/** On whose behalf a request is made. */
@NullMarked
package io.fluxj.runtime.impersonation;

import org.jspecify.annotations.NullMarked;
