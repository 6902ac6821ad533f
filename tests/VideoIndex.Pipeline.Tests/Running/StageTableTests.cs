using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Running;
using VideoIndex.Pipeline.Stages;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class StageTableTests
{
    private static readonly Type[] Commands = [typeof(ProbeVideo), typeof(Listen)];

    [Fact]
    public void The_pipeline_is_whole() => Assert.True(
        new StageTable(new PipelineStages(null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!).Bind(null!)).TryFind(StageNames.Index, out _));

    [Fact]
    public void A_command_without_a_stage_is_named_with_the_file_to_mend() =>
        Assert.Equal(
            "No stage takes Listen. Add a line for it to PipelineStages.Bind in src/VideoIndex.Pipeline/Flow/PipelineStages.cs, or delete the command.",
            Fault(Of<ProbeVideo>("probe")));

    [Fact]
    public void Two_stages_for_one_command_are_named() =>
        Assert.Equal(
            "Listen is taken by 'listen' and 'hear'. Leave one of the lines in PipelineStages.Bind.",
            Fault(Of<ProbeVideo>("probe"), Of<Listen>("listen"), Of<Listen>("hear")));

    [Fact]
    public void Two_stages_of_one_name_are_named_by_their_commands() =>
        Assert.Equal(
            "The name 'probe' is borne by the stages of ProbeVideo and Listen. Give each its own in StageNames.",
            Fault(Of<ProbeVideo>("probe"), Of<Listen>("probe")));

    [Fact]
    public void A_stage_without_a_queue_is_named() =>
        Assert.Equal(
            "The stage 'listen' has no queue. Name one in its line of PipelineStages.Bind.",
            Fault(Of<ProbeVideo>("probe"), Of<Listen>("listen", queue: " ")));

    [Fact]
    public void A_queue_lends_all_its_jobs_for_the_same_time() =>
        Assert.Equal(
            "The queue 'quick' holds jobs of different lease lengths: 'probe' and 'listen'. Give the stages one length, or two queues.",
            Fault(Of<ProbeVideo>("probe"), Of<Listen>("listen") with { LeaseLength = TimeSpan.FromMinutes(5) }));

    [Fact]
    public void All_faults_are_named_at_once() => Assert.Equal(2, Fault().Split(Environment.NewLine).Length);

    private static string Fault(params StageBinding[] bindings) => Assert.Throws<StageTableException>(() => new StageTable(bindings, Commands)).Message;

    private static StageBinding Of<T>(string name, string queue = "quick") => new(name, typeof(T), queue, (_, _, _) => throw new NotSupportedException());
}
