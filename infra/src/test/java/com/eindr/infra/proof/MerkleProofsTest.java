package com.eindr.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleProofsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final MerkleHash HASH = new MerkleHash();

    /** The leaves and roots that implementations of RFC 6962 have been compared by since the first of them. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Example
    void the_known_roots_and_paths_of_rfc_6962_come_out() {
        List<byte[]> leaves =
                ENTRIES.stream().map(entry -> HASH.leaf(HEX.parseHex(entry))).toList();
        MerkleProofs proofs = over(leaves);

        for (int size = 0; size <= leaves.size(); size++) {
            assertThat(HEX.formatHex(proofs.root(size))).isEqualTo(ROOTS.get(size));
        }
        assertThat(proofs.inclusion(0, 8).stream().map(HEX::formatHex))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(proofs.inclusion(0, 1)).isEmpty();
        assertThat(proofs.consistency(1, 1)).isEmpty();
    }

    @Example
    void every_leaf_of_every_tree_up_to_seventy_is_proven_and_every_tree_begins_with_every_smaller_one() {
        List<byte[]> leaves = leaves(70);
        MerkleProofs proofs = over(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = NaiveTree.root(leaves.subList(0, size));
            assertThat(proofs.root(size)).isEqualTo(root);
            for (int leaf = 0; leaf < size; leaf++) {
                assertThat(NaiveTree.includes(leaves.get(leaf), leaf, size, proofs.inclusion(leaf, size), root))
                        .isTrue();
            }
            for (int first = 0; first <= size; first++) {
                byte[] before = NaiveTree.root(leaves.subList(0, first));
                assertThat(NaiveTree.extendsTo(first, size, before, root, proofs.consistency(first, size)))
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void proofs_hold_in_larger_trees_and_for_nothing_else(
            @ForAll @IntRange(min = 2, max = 5_000) int size, @ForAll @IntRange(max = 1_000_000) int any) {
        List<byte[]> leaves = leaves(size);
        MerkleProofs proofs = over(leaves);
        byte[] root = NaiveTree.root(leaves);
        int leaf = any % size;
        int other = (leaf + 1) % size;
        List<byte[]> path = proofs.inclusion(leaf, size);

        assertThat(NaiveTree.includes(leaves.get(leaf), leaf, size, path, root)).isTrue();
        assertThat(NaiveTree.includes(leaves.get(other), leaf, size, path, root))
                .isFalse();
        assertThat(NaiveTree.includes(leaves.get(leaf), other, size, path, root))
                .isFalse();
        byte[] before = NaiveTree.root(leaves.subList(0, leaf + 1));
        List<byte[]> proof = proofs.consistency(leaf + 1, size);
        assertThat(NaiveTree.extendsTo(leaf + 1, size, before, root, proof)).isTrue();
        assertThat(NaiveTree.extendsTo(leaf + 1, size, leaves.getFirst(), root, proof))
                .isEqualTo(leaf == 0);
    }

    static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HASH.leaf(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
    }

    private static MerkleProofs over(List<byte[]> leaves) {
        return new MerkleProofs((level, index) -> HASH.complete(Stream.iterate(index << level, at -> at + 1)
                .limit(1L << level)
                .map(at -> leaves.get(Math.toIntExact(at)))
                .toList()));
    }
}
