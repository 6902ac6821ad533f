using System.Globalization;
using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Work;
using VideoIndex.Sqlite;

namespace VideoIndex.Durability.Proof;

/// <summary>Runs the workers and the submitter of a trial, and ends them again and again until the storm is over and the work is done.</summary>
internal sealed class Orchestrator(Trial trial, Storm storm) : IDisposable
{
    private const int Lead = 12; // videos offered ahead of the storm, so that there is something to interrupt
    private readonly Random _random = new(trial.Seed);
    private readonly List<Child> _workers = [];
    private readonly List<(Child Child, long Since, TimeSpan Length)> _paused = [];
    private readonly Tally _tally = new();
    private readonly Dictionary<string, int> _hits = [];
    private Child? _submitter;
    private int _started, _permitted;
    private bool _isSubmitted;

    private bool IsOver => _tally.Kills >= storm.Kills && _tally.Pauses >= storm.Pauses;

    /// <summary>Runs the trial to its end.</summary>
    /// <exception cref="TimeoutException">The work was not done in time; what is left of it is in the message.</exception>
    public async Task<Tally> RunAsync()
    {
        trial.MakeFolders();
        using var library = trial.Open();
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsDoneAsync(library).ConfigureAwait(false))
        {
            _tally.Took = TimeProvider.System.GetElapsedTime(started);
            if (_tally.Took > storm.Limit)
            {
                throw new TimeoutException($"After {_tally.Took.TotalSeconds:0} s: {_tally.Kills} kills, {_tally.Pauses} pauses, {Ledger.Read(trial.LedgerFile).Count} of {trial.Forest.Count} videos acknowledged.");
            }

            Replace();
            ResumeWhoHasSlept();
            Permit();
            if (!IsOver)
            {
                Strike();
            }

            await Task.Delay(_random.Next(50, 250)).ConfigureAwait(false);
        }

        await StopAllAsync().ConfigureAwait(false);
        _tally.Took = TimeProvider.System.GetElapsedTime(started);
        return _tally;
    }

    public void Dispose()
    {
        _workers.ForEach(worker => worker.Dispose());
        _submitter?.Dispose();
    }

    private async Task<bool> IsDoneAsync(SqliteLibrary library) =>
        IsOver && _isSubmitted && await library.Jobs.NextDueAsync(CancellationToken.None).ConfigureAwait(false) is null;

    private void Replace()
    {
        foreach (var worker in _workers.Where(worker => worker.HasExited).ToList())
        {
            Bury(worker);
            _workers.Remove(worker);
        }

        while (_workers.Count < storm.Workers)
        {
            _workers.Add(Child.Start(trial, "work", NextName("worker"), NextFault(FaultPoints.OfWorker)));
        }

        if (_submitter is { HasExited: true } submitter)
        {
            _isSubmitted = submitter.ExitCode == 0;
            Bury(submitter);
            _submitter = null;
        }

        if (_submitter is null && !_isSubmitted)
        {
            _permitted = 0;
            _submitter = Child.Start(trial, "submit", NextName("submitter"), NextFault(FaultPoints.OfSubmitter));
        }
    }

    private void Bury(Child child)
    {
        _paused.RemoveAll(pause => pause.Child == child);
        if (child.LastPoint() is { } point)
        {
            _hits[point] = _hits.GetValueOrDefault(point) + 1;
        }

        switch (child.ExitCode - 128)
        {
            case Signals.Kill:
                _tally.Kills++;
                break;
            case Signals.Segfault:
                _tally.Crashes++;
                break;
            case -128 or Signals.Terminate: // told a second time, just when it no longer listened
                _tally.Stops++;
                break;
            default:
                throw new InvalidOperationException($"A process ended with {child.ExitCode}. {child.Said}");
        }

        child.Dispose();
    }

    // As much work as there has been storm: when the last process has been killed, the last video is there.
    private void Permit()
    {
        var whole = trial.Forest.Count;
        var part = storm.Kills == 0 ? whole : (int)((long)whole * Math.Min(_tally.Kills, storm.Kills) / storm.Kills) + Lead;
        var permitted = IsOver ? whole : Math.Min(part, whole);
        if (_submitter is { HasExited: false } submitter && (permitted > _permitted || IsOver))
        {
            _permitted = permitted;
            try
            {
                submitter.Input.WriteLine(permitted.ToString(CultureInfo.InvariantCulture));
                submitter.Input.Flush();
                if (IsOver)
                {
                    submitter.Input.Close();
                }
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException)
            {
                // It was killed a moment ago, or told before; the next one is told again.
            }
        }
    }

    // At random, but one that is to end itself somewhere is mostly left to it.
    private void Strike()
    {
        var awake = _workers.Append(_submitter).OfType<Child>().Where(child => !child.IsPaused && child.IsBusy()).ToList();
        if (awake.Count == 0)
        {
            return;
        }

        var child = awake[_random.Next(awake.Count)];
        var chance = _random.Next(100);
        if (child != _submitter && chance < 8)
        {
            child.Send(Signals.Terminate);
        }
        else if (chance < 50 && _tally.Pauses < storm.Pauses && _paused.Count < storm.Workers / 2)
        {
            child.Pause();
            _paused.Add((child, TimeProvider.System.GetTimestamp(), TimeSpan.FromMilliseconds(_random.Next(700, 1600))));
        }
        else if (child.Fault is null || chance < 60)
        {
            child.Send(Signals.Kill);
        }
    }

    private void ResumeWhoHasSlept()
    {
        foreach (var pause in _paused.Where(pause => IsOver || TimeProvider.System.GetElapsedTime(pause.Since) >= pause.Length).ToList())
        {
            pause.Child.Resume();
            _paused.Remove(pause);
            _tally.Pauses++;
        }
    }

    // Half are to end themselves at one of a few points: those where fewest have ended so far, and some others.
    private Fault? NextFault(IReadOnlyList<string> points)
    {
        if (IsOver || _random.Next(2) == 0)
        {
            return null;
        }

        var shuffled = points.ToArray();
        _random.Shuffle(shuffled);
        var rarest = shuffled.OrderBy(point => _hits.GetValueOrDefault(point)).Take(points.Count / 6 + 1);
        return new Fault([.. rarest.Union(shuffled.Take(points.Count / 12))], _random.Next(1, 4), Signals.Kill);
    }

    private string NextName(string kind) => string.Create(CultureInfo.InvariantCulture, $"{++_started:00000}-{kind}");

    private async Task StopAllAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        foreach (var worker in _workers.Where(worker => !worker.HasExited))
        {
            worker.Resume();
            worker.Send(Signals.Terminate);
        }

        foreach (var worker in _workers)
        {
            await worker.ExitAsync(patience.Token).ConfigureAwait(false);
            Bury(worker);
        }

        _workers.Clear();
    }
}
