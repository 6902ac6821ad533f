using VideoIndex.Exporting;
using VideoIndex.Interchange.Csv;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Cues.Tables;

public sealed class CsvExportTests
{
    [Fact]
    public void Csv_has_a_line_a_moment() => Golden.Verify(Leaving.Usual().Written("csv").Told());

    [Fact]
    public void A_running_timecode_is_named_so() =>
        Golden.Verify(Leaving.Usual().Written("csv", Leaving.Rules with { Timecode = TimecodeKind.Running, Start = "01:00:00:00" }).Told());

    [Fact]
    public void Frames_of_a_copy_are_said_to_be_so() =>
        Golden.Verify(Leaving.Sheet(Leaving.Video(null, 500), Leaving.Moment(FrameRate.Pal, 1, 50)).Written("csv", Leaving.Rules with { Rate = FrameRate.Pal }).Told());

    [Fact]
    public void No_field_is_a_formula_and_every_field_is_read_as_it_was()
    {
        var fields = Leaving.Hostile.Concat(HostileTexts.All).Append("\r\n=1").Append("-1/2").ToList();
        var line = CsvText.Line(fields.Select(CsvText.Guarded));
        Assert.DoesNotMatch("(^|,)\"?\\s*[=+\\-@\uFF1D]", line.TrimEnd());
        Assert.Equal(fields, Assert.Single(CsvTable.ReadExactly("name\r\n" + line).Skip(1)).Fields.Select(CsvText.Plain));
    }

    [Fact]
    public void Numbers_below_zero_are_numbers() => Assert.Equal(("-1/3", "-0.25", "'-1 board", "'--1"), (CsvText.Value("-1/3"), CsvText.Value("-0.25"), CsvText.Value("-1 board"), CsvText.Value("--1")));

    [Fact]
    public void Every_line_has_every_column()
    {
        var records = CsvTable.ReadExactly(Leaving.Match([.. Leaving.Hostile.Select((name, at) => Leaving.Moment(at, at + 1, name))]).Text("csv"));
        Assert.Equal(Leaving.Hostile.Count + 1, records.Count);
        Assert.All(records, record => Assert.Equal(records[0].Fields.Count, record.Fields.Count));
    }
}
