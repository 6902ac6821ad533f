using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Sidecars;

public sealed class SidecarTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task What_would_be_the_same_is_not_written_again()
    {
        using var full = await Shelf.CopyAsync();
        var first = await full.RunAsync("sidecar", "write", "-o", Cars);
        var times = Directory.GetFiles(Cars).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        var again = await full.RunAsync("sidecar", "write", "-o", Cars);
        Assert.Equal("5 side-cars written, 0 as before.", first.Lines[^1]);
        Assert.Equal("0 side-cars written, 5 as before.", again.Lines[^1]);
        Assert.Equal(times, Directory.GetFiles(Cars).ToDictionary(file => file, File.GetLastWriteTimeUtc));
    }

    [Fact]
    public async Task Each_lies_beside_its_video_and_two_that_were_found_at_one_path_have_names_of_their_own()
    {
        var film = Path.Combine(_shelf.Folder, "radio.wav");
        File.Copy(await Reels.PathAsync(Reels.Sound), film);
        await _shelf.RunAsync("index", film);
        await File.AppendAllTextAsync(film, "more");
        File.SetLastWriteTimeUtc(film, File.GetLastWriteTimeUtc(film).AddSeconds(5));
        await _shelf.RunAsync("index", film);

        Assert.Equal(0, (await _shelf.RunAsync("sidecar", "write", "--beside")).ExitCode);
        var names = Directory.GetFiles(_shelf.Folder, "*.videoindex.json").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, names.Count);
        Assert.Matches(@"^radio\.wav\.[0-9a-f]{8}\.videoindex\.json$", names[0]);
        Assert.Equal("radio.wav.videoindex.json", names[1]);
        Assert.True(File.Exists(Path.Combine(_shelf.Library, "library.videoindex.json")));
    }

    [Fact]
    public async Task A_file_that_is_no_side_car_is_not_written_over_and_the_rest_is_written()
    {
        var full = await Shelf.FullAsync();
        var id = await full.IdAsync(Reels.Sound);
        Directory.CreateDirectory(Cars);
        await File.WriteAllTextAsync(Path.Combine(Cars, $"{id}.videoindex.json"), "my notes");
        var ran = await full.RunAsync("sidecar", "write", "-o", Cars);
        Assert.Equal(ExitCodes.NotOk, ran.ExitCode);
        Assert.Contains("[bad-output]", ran.Errors);
        Assert.Equal("my notes", await File.ReadAllTextAsync(Path.Combine(Cars, $"{id}.videoindex.json")));
        Assert.Equal("4 side-cars written, 0 as before.", ran.Lines[^1]);
    }

    [Fact]
    public async Task What_the_library_knows_otherwise_stays_unless_it_is_to_be_replaced()
    {
        using var full = await Shelf.CopyAsync();
        var match = await Reels.PathAsync(Reels.Match);
        await full.RunAsync("sidecar", "write", match, "-o", Cars);
        await full.RunAsync("tag", "add", match, "mine", "--from", "0", "--to", "1", "--by", "Ada");

        var refused = await full.RunAsync("sidecar", "read", Cars);
        Assert.Equal((ExitCodes.NotOk, true), (refused.ExitCode, refused.Errors.Contains("[already-known]")));
        var replaced = await full.RunAsync("sidecar", "read", Cars, "--replace");
        Assert.Equal("0 videos added, 1 replaced, 0 known already, 0 refused.", replaced.Lines[^1]);
        Assert.Contains("mine", (await full.RunAsync("tag", "list", match)).Output); // what a person said is never lost
    }

    [Fact]
    public async Task What_cannot_be_kept_here_is_said_once_and_makes_no_difference_later()
    {
        using var full = await Shelf.CopyAsync();
        var mark = Path.Combine(full.Folder, "mark.png");
        await Reels.DrawMarkAsync(mark, Path.Combine(full.Folder, "film.mp4"));
        await full.RunAsync("brand", "add", "Acme", mark);
        await full.RunAsync("exposure");
        await full.RunAsync("sidecar", "write", await Reels.PathAsync(Reels.Match), await Reels.PathAsync(Reels.Varying), "-o", Cars);

        var first = await _shelf.RunAsync("sidecar", "read", Cars);
        Assert.Equal("The logo 'main' of Acme is not known here, so where it was seen is left out. (2 times)\n", first.Errors);
        Assert.Equal("0 videos added, 0 replaced, 2 known already, 0 refused.", (await _shelf.RunAsync("sidecar", "read", Cars)).Lines[^1]);
    }

    [Fact]
    public async Task One_bad_file_costs_one_sentence_and_the_rest_is_read()
    {
        var full = await Shelf.FullAsync();
        await full.RunAsync("sidecar", "write", "-o", Cars);
        var bad = Path.Combine(Cars, await full.IdAsync(Reels.Match) + ".videoindex.json");
        await File.WriteAllBytesAsync(bad, (await File.ReadAllBytesAsync(bad))[..^100]);
        var ran = await _shelf.RunAsync("sidecar", "read", Cars);
        Assert.Equal(ExitCodes.NotOk, ran.ExitCode);
        Assert.Equal("3 videos added, 0 replaced, 0 known already, 1 refused.", ran.Lines[^1]);
        Assert.Matches($@"^{System.Text.RegularExpressions.Regex.Escape(bad)}: It is not JSON as a side-car has it.*\[not-json\]\n$", ran.Errors);
    }

    [Fact]
    public async Task A_side_car_larger_than_any_may_be_is_refused_without_reading_it()
    {
        Directory.CreateDirectory(Cars);
        var large = Path.Combine(Cars, "large.videoindex.json");
        await using (var file = File.Create(large))
        {
            file.SetLength(1L << 30);
        }

        Assert.Contains("[sidecar-too-large]", (await _shelf.RunAsync("sidecar", "check", large)).Output);
    }

    [Fact]
    public async Task Keyframes_come_along_when_they_are_asked_for()
    {
        var full = await Shelf.FullAsync();
        await full.RunAsync("sidecar", "write", await Reels.PathAsync(Reels.Match), "-o", Cars, "--with-pictures");
        await _shelf.RunAsync("sidecar", "read", Cars);
        var shown = (await _shelf.RunAsync("show", await Reels.PathAsync(Reels.Match), "--json")).Json();
        Assert.All(shown["shots"]!.AsArray(), shot => Assert.True(File.Exists($"{shot!["keyframe"]}"), $"{shot["keyframe"]}"));
    }

    [Fact]
    public async Task Nothing_of_a_removed_video_stays_among_the_library_s_own_side_cars()
    {
        using var full = await Shelf.CopyAsync();
        var id = await full.IdAsync(Reels.Match);
        await full.RunAsync("sidecar", "write");
        Assert.True(File.Exists(Path.Combine(full.Library, "sidecars", $"{id}.videoindex.json")));
        await full.RunAsync("remove", id);
        Assert.False(File.Exists(Path.Combine(full.Library, "sidecars", $"{id}.videoindex.json")));
    }

    public void Dispose() => _shelf.Dispose();

    private string Cars => Path.Combine(_shelf.Folder, "cars");
}
