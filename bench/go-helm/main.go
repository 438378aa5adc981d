// Command go-helm renders the charts listed on standard input, one a line: id, tab, chart, tab, values file or -, tab, namespace; all in this one
// process, two at a time, with Helm's own packages. It is what bench/helm.sh compares with.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"helm.sh/helm/v4/pkg/action"
	"helm.sh/helm/v4/pkg/chart/common"
	commonutil "helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/loader"
	release "helm.sh/helm/v4/pkg/release/v1"
)

type job struct{ id, chart, values, namespace string }

func main() {
	out := flag.String("out", "", "directory for ID.yaml or ID.err; nothing is written if empty")
	rounds := flag.Int("rounds", 1, "how often each chart is rendered; all but the last round warm up")
	atOnce := flag.Int("at-once", 2, "how many are rendered at a time")
	flag.Parse()
	slog.SetDefault(slog.New(slog.DiscardHandler))

	jobs := read()
	for round := 1; round <= *rounds; round++ {
		start := time.Now()
		all(jobs, *atOnce, *out)
		took := time.Since(start).Seconds()
		fmt.Printf("round %d: %d renders in %.3f s, %.1f/s\n", round, len(jobs), took, float64(len(jobs))/took)
	}
}

func read() (jobs []job) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if f := strings.Split(lines.Text(), "\t"); len(f) == 4 {
			jobs = append(jobs, job{f[0], f[1], f[2], f[3]})
		}
	}
	return jobs
}

func all(jobs []job, atOnce int, out string) {
	todo := make(chan job)
	var workers sync.WaitGroup
	for range atOnce {
		workers.Go(func() {
			for job := range todo {
				render(job, out)
			}
		})
	}
	for _, job := range jobs {
		todo <- job
	}
	close(todo)
	workers.Wait()
}

func render(job job, out string) {
	text, err := run(job)
	switch {
	case out == "":
	case err != nil:
		write(filepath.Join(out, job.id+".err"), "Error: "+err.Error()+"\n")
	default:
		write(filepath.Join(out, job.id+".yaml"), text)
	}
}

// run does what helm template demo CHART -n NS --include-crds --kube-version 1.33.0 [-f VALUES] prints, without looking for dependencies.
func run(job job) (string, error) {
	values := map[string]any{}
	if job.values != "-" {
		read, err := common.ReadValuesFile(job.values)
		if err != nil {
			return "", err
		}
		values = read
	}
	chart, err := loader.Load(job.chart)
	if err != nil {
		return "", err
	}
	install := action.NewInstall(action.NewConfiguration())
	install.DryRunStrategy = action.DryRunClient
	install.ReleaseName = "demo"
	install.Namespace = job.namespace
	install.Replace = true
	install.IncludeCRDs = true
	install.KubeVersion, _ = common.ParseKubeVersion("1.33.0")
	made, err := install.Run(chart, commonutil.MergeTables(map[string]any{}, values))
	if err != nil {
		return "", err
	}
	return printed(made.(*release.Release)), nil
}

func printed(made *release.Release) string {
	var text strings.Builder
	fmt.Fprintln(&text, strings.TrimSpace(made.Manifest))
	for _, hook := range made.Hooks {
		fmt.Fprintf(&text, "---\n# Source: %s\n%s\n", hook.Path, hook.Manifest)
	}
	return text.String()
}

func write(path, text string) {
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
