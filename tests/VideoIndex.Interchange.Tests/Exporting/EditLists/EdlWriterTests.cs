using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.EditLists;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.EditLists;

public sealed class EdlWriterTests
{
    private static readonly EdlWriter Edl = new();

    [Fact]
    public void A_list_has_an_event_a_moment_with_the_source_labels_of_its_frames()
    {
        var one = Moments.Video("/media/match day 1.mp4", FrameRate.Pal, "10:00:00:00");
        var other = Moments.Video("/media/Interview.mov", FrameRate.Pal);
        var sheet = Moments.Sheet(
            one.With(Moments.Moment(one, 25, 75, "Acme"), Moments.Moment(one, 50, 51, "Größe & 富士", "text")),
            other.With(Moments.Moment(other, 0, 250, "we open in May", "say")));

        Golden.Verify(Edl.Export(sheet).Spell(".edl"));
    }

    [Fact]
    public void Each_way_of_counting_has_a_file_of_its_own()
    {
        var drop = Moments.Video("/media/drop.mp4", FrameRate.Ntsc, "00:59:59;28");
        var plain = Moments.Video("/media/plain.mp4", FrameRate.Ntsc, "00:59:59:28");
        var fast = Moments.Video("/media/fast.mp4", Moments.Ntsc60, "23:59:59;58");
        var film = Moments.Video("/media/film.mp4", FrameRate.NtscFilm);
        var sheet = Moments.Sheet([.. new[] { drop, plain, fast, film }.Select(video => video.With(Moments.Moment(video, 1, 1900, "Acme")))]);

        Golden.Verify(Edl.Export(sheet).Spell(".edl"));
    }

    [Fact]
    public void What_people_wrote_stays_on_its_line()
    {
        var video = Moments.Video("/media/a\nb|c\t\u202Egpj.mp4", FrameRate.Pal);
        var names = new[] { "one\ntwo", "tab\there", "a | b --> c", "\"quoted\"", "=CMD()", "\u202Eturned\u202C", "\u0000\u0007\u001B[31m", "", "شعار", "001  AX V C 00:00:00:00", "broken \uD800 half" };
        var sheet = Moments.Sheet(video.With([.. names.Select((name, at) => Moments.Moment(video, at * 10, at * 10 + 5, name))]));

        Golden.Verify(Edl.Export(sheet).Spell(".edl"));
    }

    [Fact]
    public void A_text_that_is_too_long_for_a_line_is_cut_and_said_to_be()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Pal);
        var result = Edl.Export(Moments.Sheet(video.With(Moments.Moment(video, 0, 5, string.Concat(Enumerable.Repeat("富e\u0301𝄞", 25_000))))));

        Assert.Contains("1 name was too long and cut, with an ellipsis at the end.", result.Notes);
        Assert.All(result.Files.Single().Text.Split('\n'), line => Assert.True(line.Length < 2100));
    }

    [Fact]
    public void A_thousand_moments_need_two_lists_and_each_begins_at_one_hour()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Pal);
        var result = Edl.Export(Moments.Sheet(video.With([.. Enumerable.Range(0, 1000).Select(at => Moments.Moment(video, at * 100L, at * 100L + 50, "Acme"))])));

        Assert.Equal([("1", 999), ("2", 1)], result.Files.Select(file => (file.Part, file.Moments)));
        Assert.Contains("\n999  A        V     C        01:06:32:00 01:06:34:00 01:33:16:00 01:33:18:00\n", result.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains("\n001  A        V     C        01:06:36:00 01:06:38:00 01:00:00:00 01:00:02:00\n", result.Files[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_side_never_goes_past_midnight()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Film, frames: 40 * 3600 * 24L);
        var result = Edl.Export(Moments.Sheet(video.With(Moments.Moment(video, 0, 12 * 3600 * 24L, "one"), Moments.Moment(video, 9, 9 + 12 * 3600 * 24L, "two"))));

        Assert.Equal(["1", "2"], result.Files.Select(file => file.Part));
    }

    [Theory]
    [InlineData("24000/1001")]
    [InlineData("24")]
    [InlineData("25")]
    [InlineData("30000/1001")]
    [InlineData("50")]
    [InlineData("60000/1001")]
    public void Source_and_record_last_as_long_as_each_other_and_join_without_a_gap(string rateText)
    {
        _ = FrameRate.TryParse(rateText, out var rate);
        var random = new Random(7);
        var video = Moments.Video("/media/a.mp4", rate, "23:30:00:00");
        var moments = Enumerable.Range(0, 900).Select(_ => (First: (long)random.Next(500_000), Count: random.Next(1, 900))).OrderBy(one => one.First).ThenBy(one => one.Count).ToList();
        var text = Edl.Export(Moments.Sheet(video.With([.. moments.Select(one => Moments.Moment(video, one.First, one.First + one.Count, "x"))]))).Files.Single().Text;

        var recordEnd = video.Timecodes!.First.FramesPerDay / 24;
        foreach (var (line, (first, count)) in text.Split('\n').Where(line => line.Length > 0 && char.IsDigit(line[0])).Zip(moments))
        {
            var frames = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^4..]
                .Select(label => Timecode.TryParse(label, rate, out var read) ? read.Frame : throw new FormatException(label)).ToList();
            Assert.Equal((video.Timecodes.First.Frame + first) % video.Timecodes.First.FramesPerDay, frames[0]);
            Assert.Equal((frames[0] + count) % video.Timecodes.First.FramesPerDay, frames[1]);
            Assert.Equal((recordEnd, recordEnd + count), (frames[2], frames[3]));
            recordEnd += count;
        }
    }

    [Fact]
    public void A_rate_that_varies_is_refused_until_one_is_chosen_and_the_list_then_says_so()
    {
        var video = Moments.Varying("/media/phone.mp4");
        var sheet = Moments.Sheet(video.With(Moments.Moment(new MediaSpan(new MediaTime(new Rational(3, 2)), new MediaTime(new Rational(5, 2))), "Acme")));

        Assert.Equal("variable-rate", Assert.Throws<ExportException>(() => Edl.Export(sheet)).Code);
        Golden.Verify(Edl.Export(sheet, new ExportRules { Rate = FrameRate.Pal }).Spell(".edl"));
    }

    [Fact]
    public void A_rate_two_digits_cannot_count_is_refused()
    {
        var video = Moments.Video("/media/slow.mp4", new FrameRate(120));
        Assert.Equal("rate-too-high", Assert.Throws<ExportException>(() => Edl.Export(Moments.Sheet(video.With(Moments.Moment(video, 0, 1, "x"))))).Code);
    }

    [Fact]
    public void A_running_timecode_is_named_and_names_the_source_alone()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Ntsc, "10:00:00;00");
        var sheet = Moments.Sheet(video.With(Moments.Moment(video, 1800, 1830, "Acme")));
        var text = Edl.Export(sheet, new ExportRules { Timecode = TimecodeKind.Running, Start = "02:00:00;00" }).Files.Single().Text;

        Assert.Contains("02:01:00;02 02:01:01;02 01:00:00;00 01:00:01;00", text, StringComparison.Ordinal);
        Assert.Contains("* TIMECODE: running timecode from 02:00:00;00, 30000/1001 frames a second, drop-frame", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_before_the_first_picture_is_counted_backwards_and_said_to_be()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Pal, "00:00:00:00", firstFrame: new MediaTime(new Rational(1, 1)));
        var result = Edl.Export(Moments.Sheet(video.With(Moments.Moment(video, -25, 5, "Acme"))));

        Assert.Contains("23:59:59:00 00:00:00:05 01:00:00:00 01:00:01:05", result.Files.Single().Text, StringComparison.Ordinal);
        Assert.Contains("A moment begins before the first frame of 'a.mp4', where the sound is alone: frames are counted backwards from it.", result.Notes);
    }
}
