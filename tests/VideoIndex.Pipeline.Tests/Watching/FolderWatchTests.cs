using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Pipeline.Tests.Watching;

public sealed class FolderWatchTests : IDisposable
{
    private readonly string _own = Directory.CreateTempSubdirectory("videoindex watch ").FullName;
    private readonly DropFolder _drop = new();
    private readonly List<string> _taken = [];
    private FolderWatch _watch;

    public FolderWatchTests() => _watch = Watch();

    public void Dispose() => Directory.Delete(_own, recursive: true);

    [Fact]
    public async Task A_file_is_taken_once_when_it_has_stood_still()
    {
        _drop.Put("a.mp4", 100);
        Assert.Equal("", await LookAsync(2, 2));
        Assert.Equal("a.mp4", await LookAsync(4));
        Assert.Equal("", await LookAsync(2, 60, 3600));
    }

    [Fact]
    public async Task A_recording_that_grows_slowly_is_taken_only_at_its_end()
    {
        for (var second = 0; second < 3600; second += 4)
        {
            _drop.Put("camera.mxf", 1000 + second, second);
            Assert.Equal("", await LookAsync(2, 2));
        }

        Assert.Equal("camera.mxf", await LookAsync(2, 2));
    }

    [Fact]
    public async Task A_copy_that_reserves_its_space_first_is_told_by_its_time()
    {
        for (var second = 0; second < 600; second += 4)
        {
            _drop.Put("copy.mov", 1 << 30, second);
            Assert.Equal("", await LookAsync(2, 2));
        }

        Assert.Equal("copy.mov", await LookAsync(2, 2));
    }

    [Fact]
    public async Task A_file_that_stalls_is_not_taken_while_somebody_writes_it()
    {
        _drop.Put("a.mp4", 100);
        _drop.Written.Add("a.mp4");
        Assert.Equal("", await LookAsync(2, 60, 3600));
        _drop.Written.Clear();
        Assert.Equal("a.mp4", await LookAsync(1));
    }

    [Fact]
    public async Task A_file_renamed_into_place_settles_under_its_new_name()
    {
        _drop.Put("a.mp4.part", 100);
        Assert.Equal("", await LookAsync(2, 60));
        _drop.Rename("a.mp4.part", "a.mp4");
        Assert.Equal("", await LookAsync(2, 2));
        Assert.Equal("a.mp4", await LookAsync(4));
    }

    [Fact]
    public async Task A_file_that_changes_later_is_taken_again()
    {
        _drop.Put("a.mp4", 100);
        Assert.Equal("a.mp4", await LookAsync(1, 6));
        _drop.Put("a.mp4", 100, changed: 50);
        Assert.Equal("", await LookAsync(1, 2));
        Assert.Equal("a.mp4", await LookAsync(6));
    }

    [Fact]
    public async Task A_file_deleted_before_it_is_taken_is_forgotten()
    {
        _drop.Put("a.mp4", 100);
        await LookAsync(1);
        _drop.Delete("a.mp4");
        Assert.Equal("", await LookAsync(6));
        _drop.Put("a.mp4", 100);
        Assert.Equal("", await LookAsync(1, 2));
        Assert.Equal("a.mp4", await LookAsync(6));
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_taken_is_taken_again()
    {
        _drop.Put("a.mp4", 100);
        await LookAsync(1);
        Assert.Equal("a.mp4", await LookAsync(6, whileTaking: () => _drop.Put("a.mp4", 200, changed: 9)));
        Assert.Equal("", await LookAsync(1, 2));
        Assert.Equal("a.mp4", await LookAsync(6));
    }

    [Fact]
    public async Task A_file_that_changes_while_another_is_taken_waits()
    {
        _drop.Put("a.mp4", 100);
        _drop.Put("b.mp4", 100);
        await LookAsync(1);
        Assert.Equal("a.mp4", await LookAsync(6, whileTaking: () => _drop.Put("b.mp4", 200)));
        Assert.Equal("b.mp4", await LookAsync(1, 6));
    }

    [Fact]
    public async Task A_file_that_could_not_be_dealt_with_is_offered_again_after_a_while()
    {
        _drop.Put("a.mp4", 100);
        await LookAsync(1);
        Assert.Equal("a.mp4", await LookAsync(6, isDone: false));
        Assert.Equal("", await LookAsync(1, 2));
        Assert.Equal("a.mp4", await LookAsync(6));
        Assert.Equal("", await LookAsync(6, 6));
    }

    [Fact]
    public async Task What_is_not_footage_by_its_name_is_passed_over()
    {
        _drop.Put("a.de.srt", 100);
        Assert.Equal("", await LookAsync(6, 6, 6));
    }

    [Fact]
    public async Task A_file_without_bytes_is_not_there_yet()
    {
        _drop.Put("a.mp4", 0);
        Assert.Equal("", await LookAsync(6, 6, 6));
        _drop.Put("a.mp4", 1);
        Assert.Equal("a.mp4", await LookAsync(1, 6));
    }

    [Fact]
    public async Task A_restart_remembers_what_was_taken()
    {
        _drop.Put("a.mp4", 100);
        await LookAsync(1, 6);
        _watch = Watch();
        _drop.Put("b.mp4", 100);
        Assert.Equal("b.mp4", await LookAsync(6, 6));
    }

    [Fact]
    public async Task A_line_torn_by_a_kill_costs_one_file_only()
    {
        _drop.Put("a.mp4", 100);
        _drop.Put("b.mp4", 100);
        Assert.Equal("a.mp4 b.mp4", await LookAsync(1, 6));
        var memory = Path.Combine(_own, "watched.jsonl");
        await File.WriteAllBytesAsync(memory, (await File.ReadAllBytesAsync(memory))[..^20]);
        _watch = Watch();
        Assert.Equal("b.mp4", await LookAsync(6, 6));
        _watch = Watch();
        Assert.Equal("", await LookAsync(6, 6));
    }

    [Fact]
    public async Task A_folder_that_goes_and_comes_back_is_watched_on()
    {
        using var stop = new CancellationTokenSource();
        var said = new Told();
        _drop.Put("a.mp4", 100);
        _drop.Trouble = "The share is gone.";
        said.After = 1;
        said.Then = () => _drop.Trouble = null;
        await Assert.ThrowsAsync<OperationCanceledException>(() => _watch.RunAsync(
            (file, _) =>
            {
                _taken.Add(Path.GetFileName(file.Path));
                stop.Cancel();
                return Task.FromResult(true);
            },
            said,
            stop.Token));
        Assert.Equal(["The share is gone.", null], said.Lines);
        Assert.Equal(["a.mp4"], _taken);
    }

    [Fact]
    public async Task It_looks_again_when_a_file_may_have_settled_however_rarely_it_polls()
    {
        using var stop = new CancellationTokenSource();
        var watch = new FolderWatch(_drop, TakenFiles.Open(Path.Combine(_own, "watched.jsonl")), new WatchRules { Poll = TimeSpan.FromHours(1) }, _drop);
        _drop.Put("a.mp4", 100);
        await Assert.ThrowsAsync<OperationCanceledException>(() => watch.RunAsync((_, _) => Task.FromResult(stop.CancelAsync().IsCompleted), new Told(), stop.Token));
        Assert.Equal(TimeSpan.FromSeconds(5), _drop.GetElapsedTime(0));
    }

    private FolderWatch Watch() => new(_drop, TakenFiles.Open(Path.Combine(_own, "watched.jsonl")), new WatchRules(), _drop);

    // Lets some seconds pass before each look, and returns what was taken in all of them.
    private async Task<string> LookAsync(params double[] seconds)
    {
        var looks = new List<string>();
        foreach (var passed in seconds)
        {
            looks.Add(await LookAsync(passed));
        }

        return string.Join(' ', looks.Where(names => names != ""));
    }

    private async Task<string> LookAsync(double seconds, bool isDone = true, Action? whileTaking = null)
    {
        _taken.Clear();
        _drop.Pass(seconds);
        await _watch.LookAsync(
            (file, _) =>
            {
                _taken.Add(Path.GetFileName(file.Path));
                whileTaking?.Invoke();
                return Task.FromResult(isDone);
            },
            CancellationToken.None);
        return string.Join(' ', _taken);
    }

    private sealed class Told : IProgress<string?>
    {
        public List<string?> Lines { get; } = [];

        public int After { get; set; }

        public Action? Then { get; set; }

        public void Report(string? value)
        {
            Lines.Add(value);
            if (Lines.Count == After)
            {
                Then?.Invoke();
            }
        }
    }
}
