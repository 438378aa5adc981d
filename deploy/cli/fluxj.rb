# Homebrew formula of the command line fluxj. VERSION and the SHA256_... are put in by the release: `deploy/cli/package.sh formula`.
class Fluxj < Formula
  desc "Continuous delivery to Kubernetes: Flux, as a suite of Java operators"
  homepage "https://github.com/fluxj/fluxj"
  version "@VERSION@"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "https://github.com/fluxj/fluxj/releases/download/v@VERSION@/fluxj_@VERSION@_darwin_arm64.tar.gz"
      sha256 "@SHA256_darwin_arm64@"
    end
    on_intel do
      url "https://github.com/fluxj/fluxj/releases/download/v@VERSION@/fluxj_@VERSION@_darwin_amd64.tar.gz"
      sha256 "@SHA256_darwin_amd64@"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/fluxj/fluxj/releases/download/v@VERSION@/fluxj_@VERSION@_linux_arm64.tar.gz"
      sha256 "@SHA256_linux_arm64@"
    end
    on_intel do
      url "https://github.com/fluxj/fluxj/releases/download/v@VERSION@/fluxj_@VERSION@_linux_amd64.tar.gz"
      sha256 "@SHA256_linux_amd64@"
    end
  end

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/fluxj"
  end

  test do
    assert_match "fluxj version #{version}", shell_output("#{bin}/fluxj --version")
  end
end
