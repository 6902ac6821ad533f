namespace VideoIndex.Metadata;

/// <summary>Values of many videos, as a table has them.</summary>
/// <param name="Rows">The lines that can be taken.</param>
/// <param name="Complaints">The lines that cannot.</param>
public sealed record FactSheet(IReadOnlyList<FactRow> Rows, IReadOnlyList<FactComplaint> Complaints);

/// <summary>One line: a video and what is to be kept of it.</summary>
/// <param name="Where">Where it stands, for a complaint: <c>line 7</c>.</param>
/// <param name="Video">The video, as a person names it: an id, the beginning of one, or a path.</param>
/// <param name="Values">By field, what is to be set; cells that are empty are left out.</param>
/// <param name="Collections">The collections it is to be put into.</param>
public sealed record FactRow(string Where, string Video, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Collections);

/// <summary>What of a table cannot be taken.</summary>
/// <param name="Where">Where it stands: <c>line 7</c>.</param>
/// <param name="Code">A stable machine-readable code.</param>
/// <param name="Sentence">One plain sentence for people.</param>
public sealed record FactComplaint(string Where, string Code, string Sentence);
