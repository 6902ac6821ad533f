using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Tests.Exactness.Readers;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exactness;

/// <summary>Draws moments frame by frame, writes them in every format, reads the files by the formats' own rules, and compares frames.</summary>
public sealed class ExactnessTests
{
    public static TheoryData<string> Formats => [.. ExportWriters.All.Select(writer => writer.Name)];

    [Fact]
    public void Every_format_that_names_frames_is_judged() =>
        Assert.Empty(ExportWriters.All.Where(writer => writer.NamesFrames).Select(writer => writer.Name).Except(Judges.All.SelectMany(judge => judge.Formats)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_moment_drawn_is_found_at_its_own_frames(string format) => Draw(format, Asked.Cases);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Videos_of_unlike_rates_leave_together_each_by_its_own_count(string format)
    {
        var (writer, judge) = Of(format);
        for (var seed = 0; seed < 30 && !judge.OneAtATime; seed++)
        {
            var drawn = new Draws(seed).Several();
            Assert.True(Faults(writer, judge, drawn) is [], $"{format}, drawn by {seed}: {string.Join("; ", Faults(writer, judge, drawn).Take(4))}");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_varying_rate_is_refused_where_frames_are_named_and_written_where_times_are(string format)
    {
        var writer = ExportWriters.Named(format)!;
        var (sheet, rules) = Posed.Varying(chosen: null);
        if (writer.NamesFrames)
        {
            Assert.Equal("variable-rate", Assert.Throws<ExportException>(() => writer.Write(sheet, rules)).Code);
        }
        else
        {
            Assert.NotEmpty(writer.Write(sheet, rules).Files);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_rate_that_was_chosen_names_frames_of_a_copy_and_says_so(string format)
    {
        var writer = ExportWriters.Named(format)!;
        var (sheet, rules) = Posed.Varying(new FrameRate(30));
        var written = writer.Write(sheet, rules);

        Assert.True(!writer.NamesFrames || written.Files.Select(file => file.Text).Concat(written.Notes).Any(text => text.Contains("conformed", StringComparison.Ordinal)), format);
    }

    private static void Draw(string format, int moments)
    {
        var (writer, judge) = Of(format);
        for (var seed = 0; seed < moments / Draws.MomentsEach; seed++)
        {
            var drawn = new Draws(seed).Sheet(judge.OneAtATime);
            var faults = Faults(writer, judge, drawn);
            Assert.True(faults is [], $"{format}, drawn by {seed}, {drawn.Videos[0].Video}: {string.Join("; ", faults.Take(4))}");
        }
    }

    private static IReadOnlyList<string> Faults(IExportWriter writer, IJudge judge, DrawnSheet drawn) => [.. judge.Faults(Posed.As(writer, drawn), drawn)];

    private static (IExportWriter Writer, IJudge Judge) Of(string format) =>
        (ExportWriters.Named(format)!, Judges.Of(format));
}
