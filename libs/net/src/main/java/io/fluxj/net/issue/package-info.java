/** Issues certificates: to servers of one installation, and ones that last an hour, for tests and demonstrations. */
@NullMarked
package io.fluxj.net.issue;

import org.jspecify.annotations.NullMarked;
