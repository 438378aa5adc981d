@NullMarked
package io.fluxj.kube.store;

import org.jspecify.annotations.NullMarked;
