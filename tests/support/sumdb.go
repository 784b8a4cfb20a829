// Checks a log in a folder with the packages of Go's checksum database, which know nothing of us: the signed head, the
// tiles against it, and for each leaf its place and its proof. Built by tests/run.
//
//	sumdb FOLDER
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int { return 8 }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "sumdb:", err)
		os.Exit(1)
	}
}

func must(ok bool, what string, args ...interface{}) {
	if !ok {
		check(fmt.Errorf(what, args...))
	}
}

func read(dir, name string) string {
	bytes, err := os.ReadFile(filepath.Join(dir, name))
	check(err)
	return string(bytes)
}

func main() {
	must(len(os.Args) == 2, "name a folder")
	dir := os.Args[1]
	verifier, err := note.NewVerifier(read(dir, "key"))
	check(err)
	opened, err := note.Open([]byte(read(dir, "checkpoint")), note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	must(len(lines) == 4 && lines[3] == "", "the head has other than three lines")
	must(lines[0] == verifier.Name(), "the head is of another log")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	tree := tlog.Tree{N: size, Hash: root}
	reader := tlog.TileHashReader(tree, folder(dir))

	computed, err := tlog.TreeHash(size, reader)
	check(err)
	must(computed == root, "the tiles lead to another head")
	for _, old := range []int64{1, size / 2, size - 1} {
		if old < 1 || old >= size {
			continue
		}
		was, err := tlog.TreeHash(old, reader)
		check(err)
		proof, err := tlog.ProveTree(size, old, reader)
		check(err)
		check(tlog.CheckTree(proof, size, root, old, was))
	}

	leaves, err := filepath.Glob(filepath.Join(dir, "*.leaf"))
	check(err)
	for _, path := range leaves {
		name := strings.TrimSuffix(filepath.Base(path), ".leaf")
		index, err := strconv.ParseInt(name, 10, 64)
		check(err)
		hash := tlog.RecordHash([]byte(read(dir, name+".leaf")))
		stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		check(err)
		must(stored[0] == hash, "leaf %d is not the one in the tiles", index)

		proof, err := tlog.ProveRecord(size, index, reader)
		check(err)
		check(tlog.CheckRecord(proof, size, root, index, hash))
		expected := fmt.Sprintf("c2sp.org/tlog-proof@v1\nindex %d\n", index)
		for _, step := range proof {
			expected += base64.StdEncoding.EncodeToString(step[:]) + "\n"
		}
		expected += "\n"
		receipt := read(dir, name+".tlog-proof")
		must(strings.HasPrefix(receipt, expected), "the receipt of leaf %d has another proof", index)
		fmt.Println("leaf", index, "of", size)
	}
}
