@NullMarked
package io.fluxj.kube;

import org.jspecify.annotations.NullMarked;
