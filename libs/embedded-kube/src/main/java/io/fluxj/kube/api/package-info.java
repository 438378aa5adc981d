/** What requests and answers are about: kinds, keys, metadata and the Status objects of failures. */
@NullMarked
package io.fluxj.kube.api;

import org.jspecify.annotations.NullMarked;
