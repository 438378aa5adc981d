/** A smart-HTTP Git server over the JDK's HTTP server, for tests, demonstrations and local work. */
@NullMarked
package io.fluxj.git.serve;

import org.jspecify.annotations.NullMarked;
