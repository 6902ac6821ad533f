using System.Globalization;

namespace VideoIndex.Performance.Measuring;

/// <summary>Looks at a running process and all it started, through <c>/proc</c>, many times a second.</summary>
internal sealed class Watch : IDisposable
{
    private const int MillisecondsBetween = 10;
    private readonly ManualResetEventSlim _ended = new();
    private readonly Dictionary<int, Seen> _seen = [];
    private readonly List<long> _resident = [];
    private Thread? _thread;

    /// <summary>Gets everything seen of the started process and its descendants, in the order they appeared.</summary>
    public IEnumerable<Seen> All => _seen.Values;

    /// <summary>Gets the resident memory of the started process at each look, in bytes.</summary>
    public IReadOnlyList<long> Resident => _resident;

    /// <summary>Starts looking.</summary>
    public void Begin(int root)
    {
        _thread = new Thread(() =>
        {
            do
            {
                Look(root);
            }
            while (!_ended.Wait(MillisecondsBetween, CancellationToken.None));
        });
        _thread.Start();
    }

    /// <summary>Stops looking.</summary>
    public void End()
    {
        _ended.Set();
        _thread?.Join(Timeout.Infinite);
    }

    /// <inheritdoc/>
    public void Dispose() => _ended.Dispose();

    private void Look(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid >= root)
            .Order()
            .Select(pid => (Pid: pid, Stat: Read(pid, "stat")))
            .Where(found => found.Stat.Contains(')', StringComparison.Ordinal));
        var family = new HashSet<int> { root };
        family.UnionWith(_seen.Keys);
        foreach (var (pid, stat) in parents)
        {
            var (open, close) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
            var parent = int.Parse(stat[(close + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
            if (family.Contains(pid) || family.Contains(parent))
            {
                family.Add(pid);
                Note(pid, stat[(open + 1)..close]);
            }
        }

        if (Field(Read(root, "status"), "VmRSS:") is > 0 and var resident)
        {
            _resident.Add(resident * 1024);
        }
    }

    private void Note(int pid, string name)
    {
        var before = _seen.GetValueOrDefault(pid) ?? new Seen(pid, name, 0, 0);
        _seen[pid] = before with
        {
            Name = name, // a fork has its parent's name until it becomes the program
            ReadBytes = Math.Max(before.ReadBytes, Field(Read(pid, "io"), "rchar:")),
            PeakBytes = Math.Max(before.PeakBytes, Field(Read(pid, "status"), "VmHWM:") * 1024),
        };
    }

    private static long Field(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        var value = at < 0 ? [] : text[(at + name.Length)..].Split([' ', '\t', '\n'], 2, StringSplitOptions.RemoveEmptyEntries);
        return value is [var number, ..] ? long.Parse(number, CultureInfo.InvariantCulture) : 0;
    }

    private static string Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

/// <summary>What was seen of one process.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Name">Its program.</param>
/// <param name="ReadBytes">The bytes it had read, from files and pipes, at the last look.</param>
/// <param name="PeakBytes">Its largest resident memory.</param>
internal sealed record Seen(int Pid, string Name, long ReadBytes, long PeakBytes);
