using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Proof;
using VideoIndex.Durability.Work;

// work|submit TRIAL... NAME FAULT are processes of a trial; anything else is a person who wants trials: see bench/durability.
if (args is not ["work" or "submit", .., var name, var fault])
{
    return await Trials.RunAsync(args, Console.Out).ConfigureAwait(false);
}

var trial = Trial.FromWords(args[1..^2]);
var point = fault == "none" ? null : Fault.Parse(fault);
await (args[0] == "work" ? WorkerHost.WorkAsync(trial, name, point) : WorkerHost.SubmitAsync(trial, name, point)).ConfigureAwait(false);
return 0;
