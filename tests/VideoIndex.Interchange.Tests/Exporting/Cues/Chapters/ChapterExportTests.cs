using VideoIndex.Exporting;
using VideoIndex.Interchange.Captions;
using VideoIndex.Interchange.Exporting.Cues.Chapters;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Cues.Chapters;

public sealed class ChapterExportTests
{
    [Fact]
    public void Vtt_chapters_follow_each_other() => Golden.Verify(Leaving.Usual().Written("vtt-chapters").Told());

    [Fact]
    public void Ffmpeg_chapters_are_whole_milliseconds() => Golden.Verify(Leaving.Usual().Written("ffmetadata").Told());

    [Fact]
    public void Youtube_chapters_begin_at_zero() => Golden.Verify(Leaving.Usual().Written("youtube").Told());

    [Fact]
    public void Hostile_names_stay_names_in_ffmpeg_chapters() => Golden.Verify(Hostile().Written("ffmetadata").Told());

    [Fact]
    public void Hostile_names_stay_names_in_youtube_chapters() => Golden.Verify(Hostile().Written("youtube").Told());

    [Theory]
    [InlineData("0 30 60", "0:00 a|0:30 b|1:00 c")]
    [InlineData("4 30 60", "0:00 a|0:30 b|1:00 c", "The first chapter has to be at 0:00: it was moved there.")]
    [InlineData("12 30 60", "0:00 Start|0:12 a|0:30 b|1:00 c", "The first chapter has to be at 0:00: one called 'Start' was put there.")]
    [InlineData("0 30 39 60 75", "0:00 a|0:30 b / c|1:00 d|1:15 e", "Chapters are 10 seconds long at least: 1 was made one with the one before.")]
    [InlineData("0 30 60 3591", "0:00 a|0:30 b|1:00 c / d", "Chapters are 10 seconds long at least: 1 was made one with the one before.")]
    [InlineData("0 60", "0:00 a|1:00 b", "YouTube shows chapters where there are 3 at least; here are 2. As links in the description they work all the same.")]
    public void Youtube_chapters_keep_its_rules(string seconds, string chapters, params string[] notes)
    {
        var moments = seconds.Split(' ').Select((second, at) => At(int.Parse(second), $"{(char)('a' + at)}")).ToArray();
        var written = Leaving.Sheet(Leaving.Video(FrameRate.Pal, 3600 * 25), moments).Written("youtube");
        Assert.Equal(chapters, written.Files[0].Text.TrimEnd().Replace('\n', '|'));
        Assert.Equal(notes, written.Notes);
    }

    [Fact]
    public void An_hour_has_a_field_of_its_own() => Assert.Contains(
        "\n1:01:01 b\n", Leaving.Sheet(Leaving.Video(FrameRate.Pal, 9000 * 25), At(0, "a"), At(3661, "b"), At(7322, "c")).Text("youtube"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_moments_there_are_Youtube_gets_chapters_it_takes(int seed)
    {
        var random = new Random(seed);
        var moments = Enumerable.Range(0, 400).Select(at => At(random.Next(3600), $"moment {at} {new string('x', random.Next(60))}")).ToArray();
        var lines = Leaving.Sheet(Leaving.Video(FrameRate.Pal, 3600 * 25), moments).Text("youtube").TrimEnd().Split('\n').Select(line => line.Split(' ', 2)).ToList();
        var starts = lines.Select(line => line[0].Split(':').Aggregate(0, (sum, field) => (sum * 60) + int.Parse(field))).ToList();
        Assert.Equal(0, starts[0]);
        Assert.All(starts.Append(3600).Zip(starts.Skip(1).Append(3600)), pair => Assert.True(pair.Second - pair.First >= 10 || pair.First == 3600));
        Assert.All(lines, line => Assert.NotEqual("", line[1].Trim()));
    }

    [Fact]
    public void Titles_are_cut_where_mp4_has_no_room_and_never_inside_a_letter()
    {
        var written = FfmpegChapters.Of(Leaving.Match(Leaving.Moment(0, 30, string.Concat(Enumerable.Repeat("富士", 50_000)))).Videos[0]);
        Assert.Contains($"\ntitle={string.Concat(Enumerable.Repeat("富士", 42))}…\n", written.Files[0].Text);
        Assert.Equal(["1 name was too long and cut, with an ellipsis at the end."], written.Notes);
    }

    [Fact]
    public async Task Ffmpeg_reads_the_chapters_with_their_names_and_frames()
    {
        using var folder = new TestClip();
        var text = Leaving.Match([.. Leaving.Hostile.Concat(HostileTexts.All).Select((name, at) => Leaving.Moment(at * 10, (at * 10) + 5, name))]).Text("ffmetadata");
        await File.WriteAllTextAsync(folder.PathOf("in.txt"), text);
        var back = await File.ReadAllTextAsync(await folder.MakeAsync("-f ffmetadata -i in.txt -f ffmetadata out.txt"));
        Assert.Equal(Chapters(text), Chapters(back));


        static IEnumerable<string> Chapters(string text) => text.Split("[CHAPTER]\n").Skip(1).Select(chapter => chapter.Trim());
    }

    [Fact]
    public void Vtt_chapters_are_read_with_their_names()
    {
        var back = WebVtt.Read(Hostile().Text("vtt-chapters")).Utterances;
        Assert.Equal(Leaving.Hostile.Count, back.Count);
        Assert.Contains("a < b && c > d", back.Select(cue => cue.Text));
        Assert.Contains("before --> after", back.Select(cue => cue.Text));
    }

    private static ExportMoment At(int second, string name) => Leaving.Moment(FrameRate.Pal, second * 25, (second * 25) + 50, name);

    private static ExportSheet Hostile() => Leaving.Match([.. Leaving.Hostile.Select((name, at) => Leaving.Moment(at * 90, (at * 90) + 45, name))]);
}
