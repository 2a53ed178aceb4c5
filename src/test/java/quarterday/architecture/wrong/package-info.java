/** Houses built wrong on purpose: each class breaks one rule, so that the rule is seen to bite. */
package quarterday.architecture.wrong;
