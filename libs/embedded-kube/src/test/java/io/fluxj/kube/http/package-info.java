@NullMarked
package io.fluxj.kube.http;

import org.jspecify.annotations.NullMarked;
