using System.Diagnostics;
using System.Globalization;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Frames;

/// <summary>Compares the times of frames with FFmpeg's own, counted from where it says the file starts.</summary>
/// <remarks>
/// That is a player's zero where the file's start is the earliest thing played. It is not with Opus in Matroska, where
/// FFmpeg counts from the samples that prime the decoder and are never heard, nor in AVI with B-frames, which keeps
/// decoding times alone.
/// </remarks>
public sealed class ReferenceTests
{
    private static readonly string[] Otherwise = ["webm, VP8 and Opus", "avi, MPEG-4 with B-frames"];

    public static TheoryData<string> Recipes =>
        [.. CounterRecipes.All.Select(recipe => recipe.Name).Except(Otherwise).Where((_, place) => place % 3 == 0)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Frames_are_where_FFmpeg_shows_them(string name)
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(CounterRecipes.All.Single(recipe => recipe.Name == name)), clip.PathOf("library"));

        var shown = await ShownAsync(indexed.Video.Path, indexed.Evidence.TimeBase);

        Assert.Equal(indexed.Evidence.Count, shown.Count);
        var furthest = shown.Select((time, frame) => Far(time - indexed.Evidence.TimeOf(frame))).Max();
        Assert.True(furthest.Seconds <= indexed.Evidence.TimeBase, $"{furthest.Seconds} s from where FFmpeg shows it");
    }

    private static MediaDuration Far(MediaDuration length) => length < default(MediaDuration) ? default(MediaDuration) - length : length;

    private static async Task<IReadOnlyList<MediaTime>> ShownAsync(string path, Rational timeBase)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-nostdin", "-i", path, "-map", "0:v:0", "-vf", "showinfo", "-fps_mode", "passthrough", "-f", "null", "-"]) { RedirectStandardError = true };
        using var ffmpeg = Process.Start(start)!;
        var lines = (await ffmpeg.StandardError.ReadToEndAsync()).Split('\n');
        await ffmpeg.WaitForExitAsync();
        return
        [
            .. from line in lines
               where line.Contains("Parsed_showinfo", StringComparison.Ordinal) && line.Contains(" n:", StringComparison.Ordinal)
               let pts = line.Split(" pts:")[1].TrimStart().Split(' ')[0]
               select MediaTime.FromTimestamp(long.Parse(pts, CultureInfo.InvariantCulture), timeBase),
        ];
    }
}
