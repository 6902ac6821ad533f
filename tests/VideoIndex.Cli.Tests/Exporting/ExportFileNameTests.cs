using System.Text;
using VideoIndex.Cli.Commands.Exporting;
using VideoIndex.Cli.Commands.Exporting.Media;

namespace VideoIndex.Cli.Tests.Exporting;

public sealed class ExportFileNameTests
{
    [Fact]
    public void Files_of_names_that_differ_in_what_no_file_name_may_hold_are_kept_apart() => Assert.Equal(
        ["/out/a-take.edl", "/out/a-take-2.edl", "/out/a-TAKE-3.edl", "/out/a-part.edl", "/out/a-part-2.edl"],
        ExportFiles.PathsOf("/out/a.edl", ["ta?ke", "ta*ke", "TAKE", "///", "::"]));

    [Fact]
    public void The_only_file_is_called_what_was_asked_for() => Assert.Equal(["/out/a.edl"], ExportFiles.PathsOf("/out/a.edl", [""]));

    [Fact]
    public void Every_hostile_name_makes_a_file_s_name()
    {
        foreach (var path in ExportFiles.PathsOf("/out/a.edl", HostileTexts.All.Where(text => text != "")))
        {
            Assert.Equal("/out", Path.GetDirectoryName(path));
            Assert.InRange(Encoding.UTF8.GetByteCount(Path.GetFileName(path)), 1, 100);
            Assert.DoesNotContain(path, letter => char.IsControl(letter) || letter is '*' or '?' or ':' or '|' or '"' or '<' or '>' or '\\');
        }
    }

    [Fact]
    public void Every_hostile_name_makes_a_clip_s_name()
    {
        var names = HostileTexts.All.Select((text, at) => ClipName.Of(at + 1, HostileTexts.All.Count, text, text)).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.InRange(Encoding.UTF8.GetByteCount(name), 4, 240));
        Assert.All(names, name => Assert.DoesNotContain(name, letter => char.IsControl(letter) || letter is '/' or '\\' or '*' or '?' or ':' or '|' or '"' or '<' or '>' or '\uFFFE' or '\uFFFF'));
    }
}
