using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace VideoIndex.Ffmpeg.Tests.Hostile.Kinds;

/// <summary>Small files that ask for much: memory, streams, frames, words.</summary>
internal static class Bombs
{
    private const string Silent = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -threads 1 -an";

    public static IEnumerable<HostileFile> All { get; } =
    [
        new("picture-8192-real.avi", shop => shop.MakeAsync("picture-8192-real.avi", "-f lavfi -i color=gray:s=8192x8192:r=1:d=1 -c:v mjpeg -q:v 31 -pix_fmt yuvj420p")),
        new("picture-16384-claimed.mov", ClaimedPictureAsync),
        new("png-30000.mp4", shop => shop.Write("png-30000.mp4", Png(30_000, 30_000))),
        new("png-2147483647.png", shop => shop.Write("png-2147483647.png", Png(0x7FFFFFFF, 0x7FFFFFFF, rows: 0))),
        new("png-small.mp4", shop => shop.Write("png-small.mp4", Png(64, 64))),
        new("gif.mp4", async shop => shop.Write("gif.mp4", await File.ReadAllBytesAsync(await shop.MakeAsync("a.gif", "-f lavfi -i testsrc2=s=64x64:d=1")))),
        new("jpeg.mp4", async shop => shop.Write("jpeg.mp4", await File.ReadAllBytesAsync(await shop.MakeAsync("a.jpg", "-f lavfi -i testsrc2=s=64x64:d=1 -frames:v 1")))),
        new("streams-70.mp4", shop => TraksAsync(shop, 70)),
        new("streams-900.mp4", shop => TraksAsync(shop, 900)),
        new("streams-3000.mp4", shop => TraksAsync(shop, 3000)),
        new("hour-long-gaps.mp4", GapsAsync),
        new("chapters-5000.mkv", ChaptersAsync),
        new("title-of-100-kb.mkv", shop => TitleAsync(shop, 100)),
        new("title-of-3-mb.mkv", shop => TitleAsync(shop, 3000)),
        new("ten-hours-declared.mp4", shop => DurationAsync(shop, "ten-hours-declared.mp4", "1", 36_000)),
        new("ten-hours-declared.mkv", async shop => shop.Write("ten-hours-declared.mkv", Latin(await File.ReadAllBytesAsync(shop.Mkv), "00:00:04.0", "10:00:04.0"))),
        new("thirty-hours-declared.mkv", async shop => shop.Write("thirty-hours-declared.mkv", Latin(await File.ReadAllBytesAsync(shop.Mkv), "00:00:04.0", "30:00:04.0"))),
        new("one-second-declared.mp4", shop => DurationAsync(shop, "one-second-declared.mp4", "60", 1)),
        new("thirty-hours-declared.mp4", shop => DurationAsync(shop, "thirty-hours-declared.mp4", "1", 108_000)),
        new("timescale-2147483647.mp4", async shop => shop.Write("timescale-2147483647.mp4", Times(await EditlessAsync(shop), "mdhd", 12, 0x7FFFFFFF))),
        new("timescale-1.mp4", async shop => shop.Write("timescale-1.mp4", Times(await EditlessAsync(shop), "mdhd", 12, 1))),
        new("frame-lasts-2147483647.mp4", async shop => shop.Write("frame-lasts-2147483647.mp4", Times(await EditlessAsync(shop), "stts", 12, 0x7FFFFFFF))),
        new("frame-lasts-nothing.mp4", async shop => shop.Write("frame-lasts-nothing.mp4", Times(await EditlessAsync(shop), "stts", 12, 0))),
        new("rate-2147483647.avi", AbsurdRateAsync),
        new("pixels-1-to-10000.mp4", shop => shop.MakeAsync("pixels-1-to-10000.mp4", $"-f lavfi -i testsrc2=s=64x64:d=1,setsar=1/10000 {Silent}")),
        new("strip-4096x2.mkv", shop => shop.MakeAsync("strip-4096x2.mkv", $"-f lavfi -i testsrc2=s=4096x2:d=1 {Silent}")),
        new("magicyuv.avi", shop => shop.MakeAsync("magicyuv.avi", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v magicyuv")),
        new("magicyuv.mkv", shop => shop.MakeAsync("magicyuv.mkv", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v magicyuv")),
        new("huffyuv.avi", shop => shop.MakeAsync("huffyuv.avi", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v huffyuv")),
        new("utvideo.avi", shop => shop.MakeAsync("utvideo.avi", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v utvideo")),
        new("ffv1.mkv", shop => shop.MakeAsync("ffv1.mkv", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v ffv1")),
        new("png-track.mov", shop => shop.MakeAsync("png-track.mov", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v png")),
        new("rawvideo.avi", shop => shop.MakeAsync("rawvideo.avi", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v rawvideo")),
    ];

    private static async Task<string> ClaimedPictureAsync(Workshop shop)
    {
        var file = await File.ReadAllBytesAsync(await shop.MakeAsync("claim-base.mov", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v mjpeg -pix_fmt yuvj420p -strict unofficial"));
        for (var at = 0; at + 9 < file.Length; at++)
        {
            if (file.AsSpan(at).StartsWith((ReadOnlySpan<byte>)[0xFF, 0xC0, 0, 0x11, 8]))
            {
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 5), 0x4000_4000);
            }
        }

        return shop.Write("picture-16384-claimed.mov", Boxes.Patch(file, "jpeg", entry => BinaryPrimitives.WriteUInt32BigEndian(entry[24..], 0x4000_4000)));
    }

    private static byte[] Png(int width, int height, int? rows = null)
    {
        byte[] header = [.. Boxes.Word((uint)width), .. Boxes.Word((uint)height), 1, 0, 0, 0, 0];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + width / 8 % 100_000];
            for (var i = 0; i < (rows ?? height); i++)
            {
                zlib.Write(row);
            }
        }

        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var crc = 0xFFFFFFFF;
        foreach (var one in named)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return [.. Boxes.Word((uint)content.Length), .. named, .. Boxes.Word(~crc)];
    }

    // A file whose index comes last, so that boxes may grow without moving the pictures.
    private static async Task<byte[]> EditlessAsync(Workshop shop, string seconds = "4") =>
        Boxes.Rename(await File.ReadAllBytesAsync(await shop.MakeAsync($"editless-{Guid.NewGuid():N}.mp4", $"-f lavfi -i testsrc2=s=64x64:r=25:d={seconds} {Silent} -bf 0")), "edts", "free");

    private static async Task<string> TraksAsync(Workshop shop, int count)
    {
        var file = await EditlessAsync(shop, "0.2");
        var moov = Boxes.Split(Boxes.First(file, "moov")[8..]);
        var trak = moov.First(box => box.Type == "trak").Bytes;
        var swollen = Boxes.Box("moov", [.. moov.Where(box => box.Type != "trak").Select(box => box.Bytes), .. Enumerable.Repeat(trak, count)]);
        return shop.Write($"streams-{count}.mp4", [.. Boxes.Split(file).Where(box => box.Type != "moov").SelectMany(box => box.Bytes), .. swollen]);
    }

    // 50 frames 10,000 s apart in a file that says it is two seconds long.
    private static async Task<string> GapsAsync(Workshop shop) =>
        shop.Write("hour-long-gaps.mp4", Times(await EditlessAsync(shop, "2"), "stts", 12, 10_000 * 12_800));

    private static Task<string> ChaptersAsync(Workshop shop)
    {
        var chapters = Enumerable.Range(0, 5000).Select(i => $"[CHAPTER]\nTIMEBASE=1/1000\nSTART={i}\nEND={i + 1}\ntitle=chapter {i}\n");
        var list = shop.Write("chapters.ffmeta", ";FFMETADATA1\n" + string.Concat(chapters));
        return shop.MakeAsync("chapters-5000.mkv", $"-i {shop.Mp4} -i {list} -map 0 -map_metadata 1 -map_chapters 1 -c copy");
    }

    private static Task<string> TitleAsync(Workshop shop, int kilobytes)
    {
        var list = shop.Write($"title-{kilobytes}.ffmeta", $";FFMETADATA1\ntitle={new string('x', kilobytes * 1000)}\n");
        return shop.MakeAsync($"title-of-{(kilobytes < 1000 ? $"{kilobytes}-kb" : $"{kilobytes / 1000}-mb")}.mkv", $"-i {shop.Mp4} -i {list} -map 0 -map_metadata 1 -c copy");
    }

    // Every length in the header says the same untrue thing; the table of samples tells the truth.
    private static async Task<string> DurationAsync(Workshop shop, string name, string seconds, int declared)
    {
        var file = await EditlessAsync(shop, seconds);
        file = Times(Times(file, "mvhd", 16, (uint)declared * 1000), "tkhd", 20, (uint)declared * 1000);
        return shop.Write(name, Times(file, "mdhd", 16, (uint)declared * 12_800));
    }

    private static byte[] Times(byte[] file, string box, int at, uint value) =>
        Boxes.Patch(file, box, content => BinaryPrimitives.WriteUInt32BigEndian(content[at..], value));

    private static byte[] Latin(byte[] file, string words, string others) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace(words, others, StringComparison.Ordinal));

    private static async Task<string> AbsurdRateAsync(Workshop shop)
    {
        var file = await File.ReadAllBytesAsync(await shop.MakeAsync("rate-base.avi", "-f lavfi -i testsrc2=s=64x64:r=25:d=1 -c:v mpeg4"));
        return shop.Write("rate-2147483647.avi", Boxes.Patch(file, "strh", header =>
        {
            BinaryPrimitives.WriteInt32LittleEndian(header[24..], 1);
            BinaryPrimitives.WriteInt32LittleEndian(header[28..], int.MaxValue);
        }));
    }
}
