using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting;

/// <summary>Writes a sheet of moments as files others read. Pure.</summary>
public interface IExportWriter
{
    /// <summary>Gets the format's name, as typed: <c>edl</c>, <c>fcpxml</c>.</summary>
    string Name { get; }

    /// <summary>Gets what it is, in a few words for a list of formats: <c>CMX3600 edit decision list: one event a moment</c>.</summary>
    string Title { get; }

    /// <summary>Gets what its files end in, with the point: <c>.edl</c>.</summary>
    string Ending { get; }

    /// <summary>Gets whether it names frames, which a video of varying rate has no numbers for unless one chooses a rate.</summary>
    bool NamesFrames { get; }

    /// <summary>Writes a sheet.</summary>
    /// <param name="sheet">The sheet, as <see cref="ExportPlan.Of(ExportSheet, ExportRules)"/> decided it.</param>
    /// <param name="rules">The rules it was decided by.</param>
    /// <exception cref="ExportException">It cannot be written as this format.</exception>
    ExportResult Write(ExportSheet sheet, ExportRules rules);
}

/// <summary>What was written.</summary>
/// <param name="Files">The files: one, unless the format forbids what is in the sheet in one.</param>
/// <param name="Notes">What the format could not carry, a sentence each.</param>
public sealed record ExportResult(IReadOnlyList<ExportFile> Files, IReadOnlyList<string> Notes);

/// <summary>One file.</summary>
/// <param name="Part">What tells it from the others, which comes before the ending of its name: <c>match-day-2</c>; empty for the only one.</param>
/// <param name="Text">What is in it, to be written as UTF-8 without a byte order mark.</param>
/// <param name="Moments">How many moments it holds.</param>
public sealed record ExportFile(string Part, string Text, int Moments);
