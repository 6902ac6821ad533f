namespace VideoIndex.Cli.Output.Json;

internal sealed record FailureDetail(string Code, string Sentence, int? At);

internal sealed record FailureShape(FailureDetail Error);
