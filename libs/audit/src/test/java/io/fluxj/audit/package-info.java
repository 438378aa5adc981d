@NullMarked
package io.fluxj.audit;

import org.jspecify.annotations.NullMarked;
