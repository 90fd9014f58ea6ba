package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"
)

// entry is one name of a tree; bytes of names stand as the characters of the same numbers.
type entry struct {
	Path   string `json:"path"`
	Kind   string `json:"kind"`
	Size   int64  `json:"size"`
	Mode   uint32 `json:"mode"`
	UID    uint32 `json:"uid"`
	GID    uint32 `json:"gid"`
	Target string `json:"target,omitempty"`
	Hash   string `json:"hash,omitempty"`
}

// merged is what a mount of these folders shows, the uppermost first.
func merged(folders []string, isOverlay bool) ([]entry, error) {
	m := merger{tree: []entry{}, isOverlay: isOverlay}
	err := m.merge("", folders)
	return m.tree, err
}

type merger struct {
	tree      []entry
	isOverlay bool
}

func (m *merger) merge(path string, folders []string) error {
	var names []string
	for _, folder := range folders {
		found, err := os.ReadDir(folder)
		if err != nil {
			return err
		}
		for _, one := range found {
			names = append(names, one.Name())
		}
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if err := m.mergeName(filepath.Join(path, name), name, folders); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) mergeName(path, name string, folders []string) error {
	var below []string
	for _, folder := range folders {
		full := filepath.Join(folder, name)
		var stat syscall.Stat_t
		if err := syscall.Lstat(full, &stat); err == syscall.ENOENT {
			continue
		} else if err != nil {
			return err
		}
		isFolder := stat.Mode&syscall.S_IFMT == syscall.S_IFDIR
		isWhiteout := m.isOverlay && stat.Mode&syscall.S_IFMT == syscall.S_IFCHR && stat.Rdev == 0
		if isWhiteout || len(below) > 0 && !isFolder {
			break
		}
		if len(below) == 0 {
			one, err := entryAt(full, path, stat)
			if err != nil {
				return err
			}
			m.tree = append(m.tree, one)
		}
		if !isFolder {
			return nil
		}
		below = append(below, full)
		if isOpaque(full) {
			break
		}
	}
	if len(below) == 0 {
		return nil
	}
	return m.merge(path, below)
}

func isOpaque(folder string) bool {
	mark := make([]byte, 8)
	n, err := unix.Lgetxattr(folder, "trusted.overlay.opaque", mark)
	return err == nil && string(mark[:n]) == "y"
}

func entryAt(full, path string, stat syscall.Stat_t) (entry, error) {
	one := entry{Path: latin(path), Mode: stat.Mode & 0o7777, UID: stat.Uid, GID: stat.Gid}
	switch stat.Mode & syscall.S_IFMT {
	case syscall.S_IFREG:
		one.Kind, one.Size = "file", stat.Size
		data, err := os.ReadFile(full)
		if err != nil {
			return one, err
		}
		sum := sha256.Sum256(data)
		one.Hash = hex.EncodeToString(sum[:])
	case syscall.S_IFDIR:
		one.Kind = "folder"
	case syscall.S_IFLNK:
		target, err := os.Readlink(full)
		if err != nil {
			return one, err
		}
		one.Kind, one.Target = "symlink", latin(target)
	default:
		one.Kind = "other"
	}
	return one, nil
}

func latin(text string) string {
	runes := make([]rune, len(text))
	for i, b := range []byte(text) {
		runes[i] = rune(b)
	}
	return string(runes)
}

// unlike says where two trees differ; folders that no entry names have other owners and rights in an overlay.
func unlike(one, other []entry, isOverlay bool) string {
	for i := range max(len(one), len(other)) {
		if i >= len(one) || i >= len(other) {
			return fmt.Sprintf("%d entries, and %d", len(one), len(other))
		}
		a, b := one[i], other[i]
		if isOverlay && a.Kind == "folder" {
			a.Mode, a.UID, a.GID = b.Mode, b.UID, b.GID
		}
		// moby gives a folder that no entry names to root, and containerd to the group of the one above.
		if a.Kind == "folder" && (a.Mode^b.Mode)&syscall.S_ISGID != 0 {
			a.Mode, a.GID = a.Mode^syscall.S_ISGID, b.GID
		}
		if a != b {
			return fmt.Sprintf("%+v, and %+v", one[i], other[i])
		}
	}
	return ""
}
