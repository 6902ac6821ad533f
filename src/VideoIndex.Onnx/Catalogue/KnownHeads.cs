using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>Which outputs are understood here, and of which tasks.</summary>
internal static class KnownHeads
{
    private static readonly Head[] All =
    [
        new("yolox", ModelTasks.Objects, 1, [1, 416, 416]),
        new("fastestdet", ModelTasks.Objects, 1, [1, 352, 352]),
        new("yunet", ModelTasks.Faces, 12, [1, 320, 320]),
        new("ultraface", ModelTasks.Faces, 2, [1, 240, 320]),
        new("ultraface-priors", ModelTasks.Faces, 2, [1, 240, 320]),
        new("db", ModelTasks.TextPlaces, 1, [1, 64, 96]),
        new("text-direction", ModelTasks.TextDirection, 1, [1, 48, 192]),
        new("ctc", ModelTasks.TextLines, 1, [1, 96]),
        new("silero", ModelTasks.Speech, 2, [1, 576]),
        new("picture-tower", ModelTasks.PictureEmbedding, 1, [1, 224, 224]),
        new("text-tower", ModelTasks.TextEmbedding, 1, [1, 77]),
    ];

    /// <summary>Returns a head by its name.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public static Head Of(string name) =>
        All.FirstOrDefault(head => head.Name == name)
        ?? throw new ModelException("unknown-head", $"There is no head '{name}'; those there are: {string.Join(", ", All.Select(head => head.Name))}.");

    /// <summary>Refuses a card whose task or head is unknown, whose head is another task's, or whose outputs it cannot read.</summary>
    /// <exception cref="ModelException">It is one.</exception>
    public static void Check(ModelCard card, string where)
    {
        if (All.All(head => head.Task != card.Task))
        {
            throw new ModelException("unknown-task", $"{where} has a task '{card.Task}' that VideoIndex does not have; those it has: {string.Join(", ", All.Select(head => head.Task).Distinct())}.");
        }

        var head = All.FirstOrDefault(head => head.Name == card.Head);
        if (head is null || head.Task != card.Task)
        {
            throw new ModelException("unknown-head", $"{where} has a head '{card.Head}' that VideoIndex does not have for {card.Task}; those it has: {string.Join(", ", All.Where(known => known.Task == card.Task).Select(known => known.Name))}.");
        }

        if (card.Outputs.Count != head.Outputs || ClassesOf(card) is { } classes && classes != card.Labels.Count)
        {
            throw new ModelException("wrong-outputs", $"{where} has outputs that the head '{card.Head}' cannot read, or another number of labels than they have classes.");
        }
    }

    // How many classes the outputs have; null where the head has none by name.
    private static int? ClassesOf(ModelCard card) => (card.Head, card.Outputs[0].Shape) switch
    {
        ("yolox", [_, _, var columns]) => columns - 5,
        ("fastestdet", [_, var channels, _, _]) => channels - 5,
        ("ctc", [_, _, var letters]) => letters,
        ("text-direction", [_, var ways]) => ways,
        ("yolox" or "fastestdet" or "ctc" or "text-direction", _) => -1,
        _ => null,
    };
}

/// <summary>A way to read outputs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Task">The task it is for.</param>
/// <param name="Outputs">How many outputs it reads.</param>
/// <param name="Free">How large a trial makes the dimensions a model leaves open, in turn.</param>
internal sealed record Head(string Name, string Task, int Outputs, IReadOnlyList<int> Free);
