using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Tests.Exactness.Readers;
using VideoIndex.Testing.Contracts.Searching.Cases;

namespace VideoIndex.Interchange.Tests.Exactness;

/// <summary>Draws moments frame by frame, writes them in every format, reads the files by the formats' own rules, and compares frames.</summary>
public sealed class ExactnessTests
{
    private static readonly IReadOnlyList<IJudge> Judges =
    [
        new EditListJudge(), new ResolveMarkerJudge(), new AvidMarkerJudge(), new FinalCut7Judge(), new FinalCutJudge(), new OtioJudge(),
        new SrtJudge(), new VttJudge(), new ImscJudge(), new JsonJudge(),
    ];

    public static TheoryData<string> Formats => [.. ExportWriters.All.Select(writer => writer.Name)];

    [Fact]
    public void Every_format_that_names_frames_is_judged() =>
        Assert.Empty(ExportWriters.All.Where(writer => writer.NamesFrames).Select(writer => writer.Name).Except(Judges.SelectMany(judge => judge.Formats)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_moment_drawn_is_found_at_its_own_frames(string format)
    {
        var (writer, judge) = Of(format);
        for (var seed = 0; seed < Asked.Cases / Draws.MomentsEach; seed++)
        {
            var drawn = new Draws(seed).Sheet(judge.OneAtATime);
            Assert.True(Faults(writer, judge, drawn) is [], $"{format}, drawn by {seed}, {drawn.Videos[0].Video}: {string.Join("; ", Faults(writer, judge, drawn).Take(4))}");
        }
    }

    private static IReadOnlyList<string> Faults(IExportWriter writer, IJudge judge, DrawnSheet drawn) => [.. judge.Faults(Posed.As(writer, drawn), drawn)];

    private static (IExportWriter Writer, IJudge Judge) Of(string format) =>
        (ExportWriters.Named(format)!, Judges.Single(judge => judge.Formats.Contains(format)));
}
