/** Who somebody is to Amazon Web Services, over its own protocols. */
@NullMarked
package io.fluxj.runtime.identity.aws;

import org.jspecify.annotations.NullMarked;
