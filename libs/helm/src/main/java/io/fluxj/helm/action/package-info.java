/** What Helm does with releases: install, upgrade, roll back, uninstall, test, and free one whose action was ended by force. */
@NullMarked
package io.fluxj.helm.action;

import org.jspecify.annotations.NullMarked;
