// A scanner in the place of Trivy, which needs nothing around it: it tells its version as Trivy does, and
// at a scan writes all that it can see into its report, or does what its own name says.
package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

// What is at hand is said by BEHAVIOUR, set when it is built.
var behaviour = "look"

func main() {
	if len(os.Args) > 1 && os.Args[1] == "version" {
		fmt.Println(`{"Version":"0.74.0"}`)
		return
	}
	switch behaviour {
	case "eat":
		eat()
	case "hang":
		time.Sleep(time.Hour)
	case "warn":
		fmt.Println("WARN: this is no JSON")
		fmt.Fprintln(os.Stderr, "2026-01-01T00:00:00Z\tWARN\tsomething is odd")
		write([]byte(`{"SchemaVersion":2,"Results":[{"Class":"os-pkgs","Target":"x"}]}`))
	default:
		seen, _ := json.Marshal(look())
		write(seen)
	}
}

func eat() {
	var kept [][]byte
	for {
		block := make([]byte, 16<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		kept = append(kept, block)
		if len(kept) > 4096 {
			return
		}
	}
}

func write(data []byte) {
	for at, arg := range os.Args {
		if arg == "--output" {
			if err := os.WriteFile(os.Args[at+1], data, 0o600); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
}

func look() map[string]any {
	env := os.Environ()
	sort.Strings(env)
	interfaces := []string{}
	found, _ := net.Interfaces()
	for _, one := range found {
		interfaces = append(interfaces, one.Name)
	}
	_, dialled := net.DialTimeout("tcp", "127.0.0.1:"+os.Getenv("PORT_OF_TEST"), time.Second)
	files, writable := []string{}, []string{}
	// As a process of its own it would try to write all over the machine that it is on.
	root := "/"
	if os.Getpid() != 1 {
		root = "."
	}
	processes := []string{}
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if path == "/proc" || path == "/sys" || path == "/dev" {
			return fs.SkipDir
		}
		files = append(files, path)
		if err == nil && entry.IsDir() && root == "/" {
			probe := filepath.Join(path, "probe-of-test")
			if os.WriteFile(probe, nil, 0o600) == nil {
				os.Remove(probe)
				writable = append(writable, path)
			}
		}
		return nil
	})
	entries, _ := os.ReadDir("/proc")
	for _, entry := range entries {
		if strings.Trim(entry.Name(), "0123456789") == "" {
			processes = append(processes, entry.Name())
		}
	}
	status, _ := os.ReadFile("/proc/self/status")
	said := map[string]string{}
	for _, line := range strings.Split(string(status), "\n") {
		name, value, _ := strings.Cut(line, ":")
		switch name {
		case "CapEff", "CapBnd", "NoNewPrivs", "Seccomp", "Uid", "Gid", "Groups":
			said[name] = strings.Join(strings.Fields(value), " ")
		}
	}
	return map[string]any{
		"env": env, "interfaces": interfaces, "dialled": dialled == nil, "files": files,
		"writable": writable, "processes": processes, "status": said, "args": os.Args[1:],
	}
}
