// What the engines make of a stack of layers. Cases come over standard input: the number of layers, then
// each one's length and its plain tar, every number of four bytes, big-endian. For each case a line of JSON
// goes out: the tree that all of them make, or what they say of one another.
//
// Four readers are asked: containerd's `archive.Apply` into one folder (its native store, BuildKit's too) and
// into a folder for each layer (overlay), and moby's `UnpackLayer` (vfs) and `Unpack` (overlay2).
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	containerd "github.com/containerd/containerd/v2/pkg/archive"
	clog "github.com/containerd/log"
	moby "github.com/moby/go-archive"
)

// largestFile is what one file may have: sparse ones say any number.
const largestFile = 64 << 20

type answer struct {
	Tree    []entry           `json:"tree"`
	Readers map[string]string `json:"readers,omitempty"`
}

type reader struct {
	name      string
	isOverlay bool
	apply     func(folder string, layer []byte, below []string) error
}

var readers = []reader{
	{"containerd", false, func(folder string, layer []byte, _ []string) error {
		return bounded(func(ctx context.Context) error {
			_, err := containerd.Apply(ctx, folder, bytes.NewReader(layer))
			return err
		})
	}},
	{"containerd overlay", true, func(folder string, layer []byte, below []string) error {
		return bounded(func(ctx context.Context) error {
			_, err := containerd.Apply(ctx, folder, bytes.NewReader(layer),
				containerd.WithConvertWhiteout(containerd.OverlayConvertWhiteout), containerd.WithParents(below))
			return err
		})
	}},
	{"moby", false, func(folder string, layer []byte, _ []string) error {
		return confined(folder, func() error {
			_, err := moby.UnpackLayer("/", bytes.NewReader(layer), &moby.TarOptions{BestEffortXattrs: true})
			return err
		})
	}},
	{"moby overlay", true, func(folder string, layer []byte, _ []string) error {
		return confined(folder, func() error {
			return moby.Unpack(bytes.NewReader(layer), "/", &moby.TarOptions{
				BestEffortXattrs: true,
				WhiteoutFormat:   moby.OverlayWhiteoutFormat,
			})
		})
	}},
}

func main() {
	clog.L.Logger.SetOutput(io.Discard)
	syscall.Umask(0)
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: largestFile, Max: largestFile}); err != nil {
		log.Fatal(err)
	}
	work, err := os.MkdirTemp(place(), "oracle-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(work)
	in := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for {
		layers, err := readCase(in)
		if err == io.EOF {
			return
		}
		if err == nil {
			err = out.Encode(asked(work, layers))
		}
		if err != nil {
			os.RemoveAll(work)
			log.Fatal(err)
		}
	}
}

// place is in memory where that can be: a case is a few files, and there are many cases.
func place() string {
	const memory = "/dev/shm"
	if stat, err := os.Stat(memory); err == nil && stat.IsDir() {
		return memory
	}
	return ""
}

func readCase(in io.Reader) ([][]byte, error) {
	var count uint32
	if err := binary.Read(in, binary.BigEndian, &count); err != nil {
		return nil, err
	}
	layers := make([][]byte, count)
	for i := range layers {
		var size uint32
		if err := binary.Read(in, binary.BigEndian, &size); err != nil {
			return nil, io.ErrUnexpectedEOF
		}
		layers[i] = make([]byte, size)
		if _, err := io.ReadFull(in, layers[i]); err != nil {
			return nil, io.ErrUnexpectedEOF
		}
	}
	return layers, nil
}

func asked(work string, layers [][]byte) answer {
	var first []entry
	said := map[string]string{}
	isAgreed := true
	for i, r := range readers {
		tree, err := treeOf(filepath.Join(work, "case"), r, layers)
		os.RemoveAll(filepath.Join(work, "case"))
		switch {
		case err != nil:
			said[r.name] = "refused: " + err.Error()
			isAgreed = false
		case i == 0:
			first = tree
			said[r.name] = fmt.Sprint(len(tree), " entries")
		case first != nil:
			said[r.name] = unlike(first, tree, r.isOverlay)
			isAgreed = isAgreed && said[r.name] == ""
		}
	}
	if isAgreed {
		return answer{Tree: first}
	}
	return answer{Readers: said}
}

func treeOf(work string, r reader, layers [][]byte) ([]entry, error) {
	var folders []string
	for i, layer := range layers {
		folder := filepath.Join(work, "0")
		if r.isOverlay {
			folder = filepath.Join(work, fmt.Sprint(i))
		}
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return nil, err
		}
		if err := r.apply(folder, layer, folders); err != nil {
			return nil, fmt.Errorf("layer %d: %s", i, strings.ReplaceAll(err.Error(), work, ""))
		}
		if r.isOverlay || i == 0 {
			folders = append([]string{folder}, folders...)
		}
	}
	return merged(folders, r.isOverlay)
}

// patience is for an engine that would wait for ever: it looks for a folder in what is a pipe.
const patience = 2 * time.Second

func bounded(work func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- work(ctx) }()
	return within(done)
}

func within(done chan error) error {
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		return errors.New("it waits for ever")
	}
}

// confined does it as the engine does: with the folder as the root of its own thread, which then ends.
func confined(folder string, work func() error) error {
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		if err := syscall.Unshare(syscall.CLONE_FS); err != nil {
			log.Fatal("no file system of its own: ", err)
		}
		if err := syscall.Chroot(folder); err != nil {
			log.Fatal("no root of its own: ", err)
		}
		if err := syscall.Chdir("/"); err != nil {
			log.Fatal(err)
		}
		done <- work()
	}()
	return within(done)
}
