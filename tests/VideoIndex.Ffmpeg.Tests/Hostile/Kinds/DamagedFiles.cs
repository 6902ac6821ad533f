using System.IO.Compression;

namespace VideoIndex.Ffmpeg.Tests.Hostile.Kinds;

/// <summary>Files that were honest once, and files that never were.</summary>
internal static class DamagedFiles
{
    public static IEnumerable<HostileFile> All { get; } =
    [
        .. from percent in (int[])[10, 25, 50, 90] select Cut("faststart", percent, shop => shop.Mp4),
        .. from percent in (int[])[10, 50, 90] select Cut("index-at-end", percent, shop => shop.MakeAsync($"late-index-{percent}.mp4", $"-i {shop.Mp4} -c copy").Result),
        .. from percent in (int[])[10, 50, 90] select Cut("transport", percent, shop => shop.Ts),
        .. from percent in (int[])[10, 50, 90] select Cut("matroska", percent, shop => shop.Mkv),
        new("empty.mp4", shop => shop.Write("empty.mp4", "")),
        new("zeros.mp4", shop => shop.Write("zeros.mp4", new byte[100_000])),
        new("random.mp4", shop => shop.Write("random.mp4", Noise(100_000, 1))),
        new("text.mp4", shop => shop.Write("text.mp4", string.Concat(Enumerable.Repeat("This is not a video.\n", 500)))),
        Changed("flipped.mp4", shop => shop.Mp4, bytes => Flip(bytes, 60)),
        Changed("flipped.ts", shop => shop.Ts, bytes => Flip(bytes, 60)),
        Changed("flipped.mkv", shop => shop.Mkv, bytes => Flip(bytes, 60)),
        Changed("zeros-inside.mp4", shop => shop.Mp4, bytes => Blank(bytes, 0.5, 0.6)),
        Changed("zeros-inside.ts", shop => shop.Ts, bytes => Blank(bytes, 0.5, 0.6)),
        Changed("zero-tail.mp4", shop => shop.Mp4, bytes => Blank(bytes, 0.5, 1)),
        Changed("garbage-inside.ts", shop => shop.Ts, bytes => [.. bytes[..(bytes.Length / 2)], .. Noise(50_000, 2), .. bytes[(bytes.Length / 2)..]]),
        Changed("garbage-before.ts", shop => shop.Ts, bytes => [.. Noise(1_000, 3), .. bytes]),
        Changed("hole.ts", shop => shop.Ts, bytes => [.. bytes[..(bytes.Length / 3 / 188 * 188)], .. bytes[(bytes.Length * 2 / 3 / 188 * 188)..]]),
        Changed("header-only.mp4", shop => shop.Mp4, bytes => [.. Boxes.First(bytes, "ftyp"), .. Boxes.First(bytes, "moov")]),
        Changed("header-only.mkv", shop => shop.Mkv, bytes => bytes[..700]),
        Changed("first-bytes-only.mp4", shop => shop.Mp4, bytes => bytes[..24]),
        Changed("empty-pictures.mp4", shop => shop.Mp4, bytes => [.. Boxes.First(bytes, "ftyp"), .. Boxes.First(bytes, "moov"), .. Boxes.Box("mdat")]),
        Changed("two-indexes.mp4", shop => shop.Mp4, bytes => [.. bytes, .. Boxes.First(bytes, "moov")]),
        Changed("box-of-no-size.mp4", shop => shop.Mp4, bytes => [.. Boxes.First(bytes, "ftyp"), .. Boxes.Word(1), .. "free"u8, .. Boxes.Word(0), .. Boxes.Word(0), .. Boxes.First(bytes, "moov")]),
        Changed("box-of-4-gb.mp4", shop => shop.Mp4, bytes => [.. Boxes.First(bytes, "ftyp"), .. Boxes.Word(0xFFFFFFF0), .. "moov"u8, .. Noise(1_000, 4)]),
        Changed("boxes-in-boxes.mp4", shop => shop.Mp4, bytes => [.. Boxes.First(bytes, "ftyp"), .. Enumerable.Range(0, 2_000).Aggregate(Boxes.Box("free"), (inner, _) => Boxes.Box("moov", inner))]),
        Changed("encrypted.mp4", shop => shop.Mp4, bytes => Boxes.Rename(bytes, "avc1", "encv")),
        Changed("unknown-codec.mp4", shop => shop.Mp4, bytes => Boxes.Rename(Boxes.Rename(bytes, "avc1", "zzzz"), "avcC", "free")),
        Changed("parameter-sets-broken.mp4", shop => shop.Mp4, bytes => Boxes.Patch(bytes, "avcC", sets => Noise(30, 5).CopyTo(sets[6..]))),
        new("fragments-broken.mp4", async shop =>
        {
            var whole = await File.ReadAllBytesAsync(await shop.MakeAsync("fragments.mp4", $"-i {shop.Mp4} -c copy -movflags frag_keyframe+empty_moov"));
            return shop.Write("fragments-broken.mp4", whole[..(whole.Length * 6 / 10)]);
        }),
        Changed("gzip.mp4", shop => shop.Mp4, Gzip),
        Changed("zip.mp4", shop => shop.Mp4, bytes => [.. "PK\u0003\u0004"u8, .. new byte[26], .. bytes]),
        new("elf.mp4", shop => shop.Write("elf.mp4", [0x7F, .. "ELF"u8, .. Noise(20_000, 6)])),
        Changed("pdf-then-video.mp4", shop => shop.Mp4, bytes => [.. "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"u8, .. bytes]),
        Changed("script-then-transport.ts", shop => shop.Ts, bytes => [.. "<script>alert(1)</script>\n#!/bin/sh\n"u8, .. bytes]),
        Changed("video-then-script.mp4", shop => shop.Mp4, bytes => [.. bytes, .. "\n<script>alert(1)</script>\n"u8]),
        new("flash-header.flv", shop => shop.Write("flash-header.flv", [.. "FLV\u0001\u0005"u8, 0, 0, 0, 9, 0, 0, 0, 0, .. Noise(3_000, 7)])),
        new("ogg-header.ogg", shop => shop.Write("ogg-header.ogg", [.. "OggS\0\u0002"u8, .. Noise(3_000, 8)])),
        new("wave-claims-4-gb.wav", shop => shop.Write("wave-claims-4-gb.wav", Wave(channels: 1, claimed: 0xFFFFFF00))),
        new("wave-of-no-channels.wav", shop => shop.Write("wave-of-no-channels.wav", Wave(channels: 0, claimed: 8_000))),
        new("tag-then-noise.mp3", shop => shop.Write("tag-then-noise.mp3", [.. "ID3\u0003\0\0\0\0\0\u000a"u8, .. Noise(20_000, 9)])),
    ];

    public static byte[] Noise(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static HostileFile Cut(string kind, int percent, Func<Workshop, string> source) => new($"{kind}-cut-at-{percent}", shop =>
    {
        var from = source(shop);
        var bytes = File.ReadAllBytes(from);
        return shop.Write($"{kind}-cut-at-{percent}{Path.GetExtension(from)}", bytes[..(bytes.Length * percent / 100)]);
    });

    private static HostileFile Changed(string name, Func<Workshop, string> source, Func<byte[], byte[]> change) =>
        new(name, shop => shop.Write(name, change(File.ReadAllBytes(source(shop)))));

    // Beyond the headers, which make up the first fifth of these small files at most.
    private static byte[] Flip(byte[] bytes, int count)
    {
        var random = new Random(10);
        for (var i = 0; i < count; i++)
        {
            bytes[random.Next(bytes.Length / 5, bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] Blank(byte[] bytes, double from, double until)
    {
        bytes.AsSpan((int)(bytes.Length * from)..(int)(bytes.Length * until)).Clear();
        return bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Wave(ushort channels, uint claimed) =>
    [
        .. "RIFF"u8, .. BitConverter.GetBytes(claimed), .. "WAVEfmt "u8, .. BitConverter.GetBytes(16), 1, 0, .. BitConverter.GetBytes(channels),
        .. BitConverter.GetBytes(8_000), .. BitConverter.GetBytes(16_000), 2, 0, 16, 0, .. "data"u8, .. BitConverter.GetBytes(claimed), .. new byte[16_000],
    ];
}
