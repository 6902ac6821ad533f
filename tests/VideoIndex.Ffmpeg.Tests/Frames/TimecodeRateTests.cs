using System.Buffers.Binary;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Ffmpeg.Tests.Frames;

/// <summary>Files whose timecode counts at another rate than their pictures come at, or is none.</summary>
public sealed class TimecodeRateTests
{
    private const string Mpeg4 = "-c:v mpeg4 -b:v 2M";

    [Theory]
    [InlineData("10:00:00:10", 1001, 60, false, 2_160_010, "10:00:00:10")] // as FFmpeg writes it
    [InlineData("10:00:00:10", 2002, 30, true, 1_078_930, "10:00:00;20")] // counts 30 to the second, drop-frame
    [InlineData("10:00:00:10", 2002, 30, false, 1_080_010, "10:00:00:20")]
    [InlineData("10:00:00:10", 2500, 24, false, 864_010, null)] // counts 24
    public async Task The_first_frame_s_label_is_said_at_the_rate_of_the_pictures(string drawn, int ticks, byte count, bool drop, int frame, string? label)
    {
        using var clip = new TestClip();
        var path = await clip.MakeAsync(new CounterRecipe("a timecode track", FrameRate.Ntsc60, 20, $"{Mpeg4} -timecode {drawn} a.mov"));
        Rewrite(path, drawnFrame: 2_160_010, ticks, count, drop, frame);

        var video = (await IndexedClip.ReadAsync(path, clip.PathOf("library"))).Video;

        Assert.Equal(label ?? "00:00:00;00", $"{video.Timecodes!.First}");
        Assert.Equal(label is null ? ["The timecode the file carries, 10:00:00:10, was not taken: it counts at 24 a second and the pictures at 60000/1001, so it names no frame of theirs. Its frames are labelled from zero."] : [], Said(video));
    }

    [Theory]
    [InlineData("25", "a.mkv -metadata timecode=10:00:00;10", "00:00:00:00", "The timecode the file carries, 10:00:00;10, was not taken: there is no drop-frame timecode at 25 frames a second. Its frames are labelled from zero.")]
    [InlineData("30000/1001", "a.mkv -metadata timecode=00:01:00;00", "00:00:00;00", "The timecode the file carries, 00:01:00;00, was not taken: no frame bears it where 30 are counted to the second, drop-frame. Its frames are labelled from zero.")]
    [InlineData("50", "a.mkv -metadata timecode=10:00:00:30", "10:00:00:30", "The file does not say at what rate its timecode, 10:00:00:30, counts: it was taken to count at the pictures' own, 50 a second.")]
    [InlineData("50", "a.mkv -metadata timecode=10:00:00:00", "10:00:00:00", null)]
    public async Task A_label_in_words_is_taken_or_the_video_says_why_not(string rate, string arguments, string label, string? note)
    {
        using var clip = new TestClip();
        Assert.True(FrameRate.TryParse(rate, out var drawn));
        var (file, metadata) = (arguments.Split(' ')[0], arguments[(arguments.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var path = await clip.MakeAsync(new CounterRecipe("a timecode in words", drawn, 20, $"{Mpeg4} {metadata} {file}"));

        var video = (await IndexedClip.ReadAsync(path, clip.PathOf("library"))).Video;

        Assert.Equal(label, $"{video.Timecodes!.First}");
        Assert.Equal(note is null ? [] : [note], Said(video));
    }

    private static IEnumerable<string> Said(Video video) => video.Notes.Where(note => note.Contains("timecode", StringComparison.Ordinal));

    // A timecode sample entry: 6 bytes of nothing, a reference, 4 of nothing, flags, the ticks a second, the ticks a frame, the frames a second. Its sample is a frame number.
    private static void Rewrite(string path, int drawnFrame, int ticks, byte count, bool drop, int frame)
    {
        var file = File.ReadAllBytes(path);
        var entry = file.AsSpan(IndexOf(file, [0, 0, 0, 0x24, .. "tmcd"u8, 0, 0, 0, 0, 0, 0, 0, 1]));
        BinaryPrimitives.WriteInt32BigEndian(entry[20..], drop ? 1 : 0);
        BinaryPrimitives.WriteInt32BigEndian(entry[28..], ticks);
        entry[32] = count;
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, drawnFrame);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(IndexOf(file, number)), frame);
        File.WriteAllBytes(path, file);
    }

    private static int IndexOf(byte[] file, byte[] wanted)
    {
        var at = file.AsSpan().IndexOf(wanted);
        Assert.True(at >= 0 && at == file.AsSpan().LastIndexOf(wanted), "The bytes to rewrite are there once.");
        return at;
    }
}
