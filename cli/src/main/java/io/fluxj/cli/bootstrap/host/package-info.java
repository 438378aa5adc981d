/** What bootstrap asks of Git hosts, beyond Git itself: a repository, who may use it, keys and tokens to read it with. */
@NullMarked
package io.fluxj.cli.bootstrap.host;

import org.jspecify.annotations.NullMarked;
