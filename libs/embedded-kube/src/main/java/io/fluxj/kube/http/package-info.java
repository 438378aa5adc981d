/** A small HTTP/1.1 server on virtual threads: keep-alive, streamed answers, websockets, client certificates. */
@NullMarked
package io.fluxj.kube.http;

import org.jspecify.annotations.NullMarked;
