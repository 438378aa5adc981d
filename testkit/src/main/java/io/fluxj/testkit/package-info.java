/** Real servers for tests: Kubernetes API, Git over HTTP and SSH. */
@NullMarked
package io.fluxj.testkit;

import org.jspecify.annotations.NullMarked;
