using System.Globalization;
using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Running.Simulation;

/// <summary>What is wrong with a job, if anything.</summary>
internal enum Vice
{
    None,
    FailsSometimes,
    MeetsAFullDisk,
    Refuses,
    AlwaysFails,
    KillsItsWorker,
    Hangs,
}

/// <summary>A job of the plot.</summary>
internal sealed record Scene(JobOrder Order, Vice Vice, int Steps, TimeSpan Step, bool IsDeaf)
{
    public Effects Effects { get; set; } = new();

    public bool IsPoison => Vice is Vice.Refuses or Vice.AlwaysFails or Vice.KillsItsWorker or Vice.Hangs;
}

/// <summary>The jobs of one simulation, how they follow from each other, and how each must end. The same for the same seed.</summary>
internal sealed class Plot
{
    public const string Quick = "quick", Decoding = "decoding";
    public static readonly string[] Stages = ["plan", "part", "split", "sub", "join", "extra", "assemble", "index"];
    private readonly Random _random;
    private bool _hasKiller;

    public Plot(Random random)
    {
        _random = random;
        for (var video = 0; video < random.Next(1, 4); video++)
        {
            Begin(A.Video($"{video}.mp4").Contents.Video);
        }

        Roots.ForEach(Expect);
    }

    /// <summary>All jobs there can be.</summary>
    public Dictionary<JobKey, Scene> Scenes { get; } = [];

    /// <summary>What is ordered from outside.</summary>
    public List<JobOrder> Roots { get; } = [];

    /// <summary>The jobs that must be done, and those that must be dead; the others are never ordered.</summary>
    public HashSet<JobKey> Done { get; } = [];

    public HashSet<JobKey> Dead { get; } = [];

    /// <summary>What must be settled before a job that waits for parts may begin.</summary>
    public Dictionary<JobKey, List<JobKey>> Parts { get; } = [];

    private void Begin(Video video)
    {
        var plan = Add(video, "plan", "", canFail: _random.Next(20) == 0);
        var assemble = Add(video, "assemble", "");
        assemble.Effects = assemble.Effects with { Orders = [Add(video, "index", "").Order] };
        var parts = Enumerable.Range(0, _random.Next(7)).Select(at => Part(video, at.ToString("00", CultureInfo.InvariantCulture))).ToList();
        plan.Effects = Together($"parts/{video.Id}", parts, assemble) with { Change = new CatalogChange.Accept(video) };
        Roots.Add(plan.Order);
    }

    private Scene Part(Video video, string unit)
    {
        var part = Add(video, _random.Next(5) == 0 ? "split" : "part", unit);
        if (part.Order.Key.Stage == "split")
        {
            var subs = Enumerable.Range(0, _random.Next(4)).Select(at => Add(video, "sub", $"{unit}-{at}")).ToList();
            part.Effects = Together($"subs/{unit}/{video.Id}", subs, Add(video, "join", unit));
        }
        else if (_random.Next(4) == 0)
        {
            part.Effects = part.Effects with { Orders = [Add(video, "extra", unit).Order] };
        }

        return part;
    }

    private Effects Together(string name, List<Scene> parts, Scene then)
    {
        Parts[then.Order.Key] = [.. parts.Select(part => part.Order.Key)];
        foreach (var part in parts)
        {
            Scenes[part.Order.Key] = part with { Order = part.Order with { FanIn = name } };
        }

        return new Effects { Orders = [.. parts.Select(part => Scenes[part.Order.Key].Order)], FanIns = [new FanIn(name, parts.Count, then.Order)] };
    }

    private Scene Add(Video video, string stage, string unit, bool canFail = true)
    {
        var order = new JobOrder(new JobKey(stage, video.Id, 1, unit), stage is "part" or "sub" ? Decoding : Quick, "{}") { Priority = _random.Next(3) };
        var isSlow = _random.Next(8) == 0;
        var scene = new Scene(
            order,
            canFail ? NextVice() : Vice.None,
            isSlow ? 12 : _random.Next(4),
            TimeSpan.FromMilliseconds(_random.Next(1, isSlow ? 900 : 500)),
            IsDeaf: _random.Next(5) == 0);
        Scenes.Add(order.Key, scene);
        return scene;
    }

    private Vice NextVice()
    {
        var vice = _random.Next(100) switch
        {
            < 75 => Vice.None,
            < 85 => Vice.FailsSometimes,
            < 88 => Vice.MeetsAFullDisk,
            < 91 => Vice.Refuses,
            < 94 => Vice.AlwaysFails,
            < 97 => Vice.Hangs,
            _ => Vice.KillsItsWorker,
        };
        if (vice == Vice.KillsItsWorker && _hasKiller)
        {
            return Vice.None; // two of them could take the same neighbour with them too often
        }

        _hasKiller |= vice == Vice.KillsItsWorker;
        return vice;
    }

    private void Expect(JobOrder order)
    {
        var scene = Scenes[order.Key];
        if (scene.IsPoison)
        {
            Dead.Add(order.Key);
            return;
        }

        Done.Add(order.Key);
        foreach (var next in scene.Effects.Orders.Concat(scene.Effects.FanIns.Select(fanIn => fanIn.Then)))
        {
            Expect(next);
        }
    }
}
