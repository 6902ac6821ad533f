using System.Diagnostics.CodeAnalysis;

namespace VideoIndex.Pipeline.Running;

/// <summary>Which stage does which jobs. It is made only when it is whole: every command has exactly one stage, every stage a queue.</summary>
public sealed class StageTable
{
    private readonly Dictionary<string, StageBinding> _byName;

    /// <summary>Creates a table, checked against all commands of the pipeline.</summary>
    /// <exception cref="StageTableException">Something is missing, or there twice; the message says which and what to do.</exception>
    public StageTable(IReadOnlyList<StageBinding> bindings)
        : this(bindings, [.. typeof(ICommand).Assembly.GetTypes().Where(IsCommand)])
    {
    }

    /// <summary>Creates a table, checked against the given commands.</summary>
    /// <exception cref="StageTableException">Something is missing, or there twice; the message says which and what to do.</exception>
    public StageTable(IReadOnlyList<StageBinding> bindings, IReadOnlyList<Type> commands)
    {
        var faults = Faults(bindings, commands).ToList();
        if (faults.Count > 0)
        {
            throw new StageTableException(string.Join(Environment.NewLine, faults));
        }

        _byName = bindings.ToDictionary(binding => binding.Stage);
        Queues = [.. bindings.GroupBy(binding => binding.LeaseLength, binding => binding.Queue).Select(group => (group.Key, group.Distinct().ToList()))];
    }

    /// <summary>Gets the queues, by how long their jobs are lent.</summary>
    internal IReadOnlyList<(TimeSpan LeaseLength, List<string> Names)> Queues { get; }

    /// <summary>Returns the stage of the given name, if there is one: a job may have been ordered by a newer program.</summary>
    public bool TryFind(string stage, [NotNullWhen(true)] out StageBinding? binding) => _byName.TryGetValue(stage, out binding);

    private static bool IsCommand(Type type) => type is { IsAbstract: false, IsInterface: false } && typeof(ICommand).IsAssignableFrom(type);

    private static IEnumerable<string> Faults(IReadOnlyList<StageBinding> bindings, IReadOnlyList<Type> commands)
    {
        foreach (var command in commands.Except(bindings.Select(binding => binding.Command)))
        {
            yield return $"No stage takes {command.Name}. Add a line for it to PipelineStages.Bind in src/VideoIndex.Pipeline/Flow/PipelineStages.cs, or delete the command.";
        }

        foreach (var group in bindings.GroupBy(binding => binding.Command).Where(group => group.Count() > 1))
        {
            yield return $"{group.Key.Name} is taken by {Names(group)}. Leave one of the lines in PipelineStages.Bind.";
        }

        foreach (var group in bindings.GroupBy(binding => binding.Stage).Where(group => group.Count() > 1))
        {
            yield return $"The name '{group.Key}' is borne by the stages of {string.Join(" and ", group.Select(binding => binding.Command.Name))}. Give each its own in StageNames.";
        }

        foreach (var binding in bindings.Where(binding => string.IsNullOrWhiteSpace(binding.Queue)))
        {
            yield return $"The stage '{binding.Stage}' has no queue. Name one in its line of PipelineStages.Bind.";
        }

        foreach (var group in bindings.GroupBy(binding => binding.Queue).Where(group => group.Select(binding => binding.LeaseLength).Distinct().Count() > 1))
        {
            yield return $"The queue '{group.Key}' holds jobs of different lease lengths: {Names(group)}. Give the stages one length, or two queues.";
        }
    }

    private static string Names(IEnumerable<StageBinding> bindings) => string.Join(" and ", bindings.Select(binding => $"'{binding.Stage}'"));
}

/// <summary>The stages do not fit the commands. A mistake of whoever wired them; the message says how to mend it.</summary>
public sealed class StageTableException(string message) : Exception(message);
